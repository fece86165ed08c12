import Banking
import Features
import Glibc
import Testing

@testable import Gaps

@Suite struct HoldingModelTests {
  private func fit(_ table: FeatureTable, threads: Int = 1) async -> AdoptionModel {
    await AdoptionModel.fit(
      tonight: table, origins: [], horizonMonths: 3, random: SeededRandom(seed: 5), threads: threads)
  }

  /// Odd clients hold products 1 and 3, even ones 0 and 2; every tenth lacks its second.
  private let checkerboard = TinyBank.table(
    products: 4, asOf: "2025-06-30",
    clients: (0..<400).map { client in
      let first = (product: client % 2, start: String?.none, end: String?.none)
      return client % 10 < 2 ? [first] : [first, (client % 2 + 2, nil, nil)]
    })

  @Test("A withheld product of a checkerboard is named")
  func withheld() async {
    let model = await fit(checkerboard)
    let scores = model.scores
    #expect(model.basis == .holding)
    #expect(model.openingsLearnedFrom == 0)
    for client in stride(from: 0, to: 400, by: 10) {
      #expect(scores.ranking(of: client).first == 2)
      #expect(scores.ranking(of: client + 1).first == 3)
    }
  }

  @Test("The number of threads changes nothing, to the bit")
  func threads() async {
    let one = await fit(checkerboard).scores
    let two = await fit(checkerboard, threads: 2).scores
    #expect(one.probability.map(\.bitPattern) == two.probability.map(\.bitPattern))
  }

  @Test("What clients hold by chance is as likely beside nothing as beside much")
  func independent() async {
    // Product j is held by one client in 2, 3, 5, 7 and 11, each in its own turn: no two have to do with each other.
    let cycles = [2, 3, 5, 7, 11]
    let table = TinyBank.table(
      products: 5, asOf: "2025-06-30",
      clients: (0..<2310).map { client in
        cycles.indices.filter { client % cycles[$0] == 0 }.map { ($0, String?.none, String?.none) }
      })
    let scores = await fit(table).scores
    for held in 0...2 {
      var (said, real) = (0.0, 0.0)
      for client in 0..<2310 where cycles.count(where: { client % $0 == 0 }) == held {
        for (product, cycle) in cycles.enumerated() where client % cycle != 0 {
          said += Double(scores.probability(client: client, product: product))
          real += 1 / Double(cycle)
        }
      }
      #expect(abs(said / real - 1) < 0.25, "\(held) held: \(said / real)")
    }
  }

  @Test("The level by the number of products held is worked out from who holds how many")
  func levels() {
    let table = TinyBank.table(
      products: 2, asOf: "2025-06-30", clients: [[], [(0, nil, nil)], [(1, nil, nil)], [(0, nil, nil), (1, nil, nil)]])
    // 1 and a half, 2 and a half, 1 and a half clients; two rows come of each client that holds both.
    let expected = [log(2.5 / 1.5), log(2 * 1.5 / 2.5)]
    #expect(zip(HoldingLevels(table).byHeld, expected).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("Three clients are ranked by what is held most")
  func tiny() async {
    let table = TinyBank.table(
      products: 3, asOf: "2025-06-30", clients: [[(2, nil, nil)], [(2, nil, nil), (1, nil, nil)], []])
    let model = await fit(table)
    #expect(model.basis == .penetration)
    #expect(model.scores.ranking(of: 2) == [2, 1, 0])
    #expect(model.reasons(client: 2, products: [2]) == [[]])
  }

  @Test("One product, no client, no product, everything held: an answer, no failure")
  func degenerate() async {
    let one = TinyBank.table(products: 1, asOf: "2025-06-30", clients: [[(0, nil, nil)], []])
    #expect(await fit(one).scores.ranking(of: 1) == [0])
    let full = TinyBank.table(products: 1, asOf: "2025-06-30", clients: [[(0, "2025-01-01", nil)]])
    #expect(await fit(full).scores.ranking(of: 0).isEmpty)
    let nobody = TinyBank.table(products: 2, asOf: "2025-06-30", clients: [])
    #expect(await fit(nobody).scores.probability.isEmpty)
    let nothing = TinyBank.table(products: 0, asOf: "2025-06-30", clients: [[]])
    #expect(await fit(nothing).scores.ranking(of: 0).isEmpty)
  }

  @Test("Equal products are ranked in order of code")
  func ties() async {
    let table = TinyBank.table(
      products: 3, asOf: "2025-06-30", clients: [[], [(0, nil, nil), (1, nil, nil), (2, nil, nil)]])
    #expect(await fit(table).scores.ranking(of: 0) == [0, 1, 2])
  }

  @Test("Dates without openings enough fall back on what is held")
  func noOpenings() async {
    let then = TinyBank.table(products: 2, asOf: "2025-03-31", clients: [[(0, "2025-01-01", nil)], []])
    let tonight = TinyBank.table(products: 2, asOf: "2025-06-30", clients: [[(0, "2025-01-01", nil)], []])
    let model = await AdoptionModel.fit(
      tonight: tonight, origins: [TrainingOrigin(then)], horizonMonths: 3, random: SeededRandom(seed: 5), threads: 1)
    #expect(model.basis == .penetration)
  }
}
