import Testing

@testable import IdealProfiles

struct BucketsTests {
  @Test("quantiles are PostgreSQL's percentile_disc, and an empty cell has none")
  func quantiles() {
    let buckets = Buckets(cells: 3, [5, 1, 4, 2, 3].map { (cell: 1, value: $0) } + [(cell: 2, value: 9)])
    #expect(buckets.quantile(1, 0.5) == 3)
    #expect(buckets.quantile(1, 0.8) == 4)
    #expect(buckets.quantile(2, 0.5) == 9)
    #expect(buckets.quantile(0, 0.5) == nil)
    #expect(buckets.lowestOfUpper(1, 0.5) == 3)
    #expect(buckets.lowestOfUpper(1, 0.4) == 4)
    #expect(buckets.lowestOfUpper(1, 1) == 1)
    #expect(buckets.lowestOfUpper(2, 0.01) == 9)
  }
}
