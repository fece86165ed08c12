import Banking
import Testing

@testable import Gaps

@Suite("The strongest reasons")
struct StrongestReasonsTests {
  @Test("are those that sorting all of them puts first, equal ones in order, none that is 0", arguments: 1...20)
  func asSorted(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let contributions = (0..<random.below(30)).map { _ in Double(random.below(9) - 4) / 4 }
    let sorted = contributions.indices.filter { contributions[$0] != 0 }.sorted {
      (-abs(contributions[$0]), $0) < (-abs(contributions[$1]), $1)
    }
    for count in 1...10 {
      #expect(
        StrongestReasons.positions(contributions[...], count: count) == Array(sorted.prefix(count)), "seed \(seed)")
    }
  }
}
