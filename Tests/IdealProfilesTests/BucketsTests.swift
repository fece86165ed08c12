import Banking
import Testing

@testable import IdealProfiles

struct BucketsTests {
  @Test("quantiles are PostgreSQL's percentile_disc, and an empty cell has none")
  func quantiles() {
    var buckets = Buckets(cells: 3, [5, 1, 4, 2, 3].map { (cell: 1, value: $0) } + [(cell: 2, value: 9)])
    let quantiles = [(1, 0.5), (1, 0.8), (2, 0.5), (0, 0.5)].map { buckets.quantile($0.0, $0.1) }
    #expect(quantiles == [3, 4, 9, nil])
    let upper = [(1, 0.5), (1, 0.4), (1, 1), (2, 0.01)].map { buckets.lowestOfUpper($0.0, $0.1) }
    #expect(upper == [3, 4, 1, 9])
  }

  @Test("any place of any values holds what sorting would put there", arguments: 1...UInt64(40))
  func places(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let range = [2, 5, 100, 1_000_000][Int(seed) % 4]
    var values = (0..<1 + random.below(600)).map { _ in random.below(range) }
    if seed % 5 == 0 { values.sort() }
    if seed % 5 == 1 { values = Array(values.sorted().reversed()) }
    let sorted = values.sorted()
    for _ in 0..<20 {
      let place = random.below(values.count)
      values.withUnsafeMutableBufferPointer { $0.settle(place) }
      #expect(values[place] == sorted[place], "seed \(seed)")
      #expect(values[..<place].allSatisfy { $0 <= values[place] }, "seed \(seed)")
    }
    #expect(values.sorted() == sorted, "seed \(seed)")
  }
}
