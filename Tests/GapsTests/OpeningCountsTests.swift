import Banking
import Features
import Glibc
import Testing

@testable import Gaps

@Suite struct OpeningCountsTests {
  /// Four old clients; two hold product 0. In June one of the holders and nobody else opens product 1.
  private let table = TinyBank.table(
    products: 2, asOf: "2025-06-30",
    clients: [
      [(0, "2024-01-01", nil), (1, "2025-06-15", nil)], [(0, "2024-01-01", nil)], [], [],
    ], opened: "2023-01-01")

  private func counts(threads: Int = 1) async -> OpeningCounts {
    let groups = PeerGroups(
      table.snapshot, keys: PeerKeys(table.snapshot, groupings: PeerGroups.groupings(of: table.snapshot)))
    return await OpeningCounts.count(table, groups: groups, profiles: nil, months: 1, threads: threads)
  }

  @Test("Openings and those who could have opened are counted at the month's start")
  func counting() async {
    let counts = await counts()
    #expect(counts.openings == [0, 1])
    #expect(counts.clients == [4])
    #expect(counts.holders == [2, 0])
    #expect(counts.pairOpenings == [0, 1, 0, 0])
    #expect(counts.pairHolders == [2, 0, 0, 0])
  }

  @Test("A group's ratio is observed against expected at the market's own rate, shrunk")
  func ratio() async {
    let ratios = OpeningRatios(await counts(), prior: 10)
    // Holders of product 0: one opening of product 1; expected 2 clients × 1/4.
    #expect(abs(Double(ratios.pair[1]) - log(11 / 10.5)) < 1e-6)
  }

  @Test("Co-ownership weights are those of ridge regression")
  func ease() async {
    let inverse = CoOwnership.inverse([4, 1, 1, 3], 2)
    for (value, expected) in zip(inverse, [3.0 / 11, -1.0 / 11, -1.0 / 11, 4.0 / 11]) {
      #expect(abs(value - expected) < 1e-12)
    }
    // Gram matrix [[2, 1], [1, 1]] + 10 I: holding 0 says 1 / 12 of product 1.
    var scores = [0.0, 0.0]
    await CoOwnership(table, threads: 2).scores(held: [0], into: &scores)
    #expect(abs(scores[1] - 1.0 / 12) < 1e-12)
    #expect(scores[0] == 0)
  }
}
