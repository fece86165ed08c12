import Banking
import Features
import Testing

@testable import Backtest

@Suite struct TallyTests {
  /// Every client's list by these scores: D, C, B, A, without what it holds.
  private static let byCode = (0..<20).map { Float($0 % 4) }

  private static func tally(_ trial: Trial = SmallBank.trial(), _ scores: [[Float]] = [byCode]) -> Tally {
    Tally(
      trial, rankers: Array(Ranker.allCases.prefix(scores.count)),
      columns: scores.map { Tally.column(trial, scores: $0) })
  }

  @Test("Clients that took something are averaged; a product held before and taken again is a win-back")
  func means() {
    let sums = TallySums(Self.tally())
    func value(_ measure: Measure) -> Double { sums.value(measure, ranker: 0) }
    // Client 1 (D, C) took C: 1/2. Client 3 (C, B) took B: 1/2. Client 5 (D, C, B) took D and B: (1 + 2/3) / 2.
    #expect(abs(value(.takers(.averagePrecision, .all)) - (0.5 + 0.5 + 5.0 / 6) / 3) < 1e-12)
    #expect(abs(value(.everyone(.averagePrecision)) - (0.5 + 0.5 + 5.0 / 6) / 4) < 1e-12)
    #expect(abs(value(.takers(.recall1, .all)) - 0.5 / 3) < 1e-12)
    // First-time: C, B and D at places 2, 2 and 1; the win-back at place 3.
    #expect(abs(value(.takers(.averagePrecision, .firstTime)) - (0.5 + 0.5 + 1) / 3) < 1e-12)
    #expect(abs(value(.takers(.averagePrecision, .winBack)) - 1.0 / 3) < 1e-12)
    #expect([sums.asked, sums.pairs, sums.taken, sums.wonBack] == [4, 9, 4, 1])
  }

  @Test("The area under the curve is that of all pairs counted one by one")
  func area() {
    // Candidates: 1: C D; 2: C D; 3: B C; 5: B C D. Taken: 1C, 3B, 5B, 5D; others: 1D, 2C, 2D, 3C, 5C.
    let (taken, others): ([Double], [Double]) = ([2, 1, 1, 3], [3, 2, 3, 2, 2])
    let wins = taken.flatMap { one in others.map { one > $0 ? 1 : one == $0 ? 0.5 : 0 } }.reduce(0, +)
    let area = TallySums(Self.tally()).value(.areaUnderCurve, ranker: 0)
    #expect(abs(area - wins / 20) < 1e-12)
  }

  @Test("Pooled dates add up a client's sums, and a client that is there once counts once")
  func pooled() {
    let table = SmallBank.table()
    let later = Trial(table, taken: [nil, [3], [], [0], []])
    let pooled = Tally.pooled([Self.tally(), Self.tally(later)])
    #expect(pooled.clients.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(pooled.asked == [1, 2, 2, 1, 2])
    let (one, two) = (TallySums(Self.tally()), TallySums(Self.tally(later)))
    let both = TallySums(pooled)
    #expect(both.taken == one.taken + two.taken)
    #expect(both.pairs == one.pairs + two.pairs)
    for (sum, parts) in zip(both.values, zip(one.values, two.values)) {
      #expect(abs(sum - parts.0 - parts.1) < 1e-12)
    }
  }

  @Test("Equal scores are listed in the order of product codes")
  func ties() {
    let trial = SmallBank.trial()
    #expect(Array(Tally.best(trial, 4, [Float](repeating: 0, count: 20))) == [1, 2, 3])
  }
}
