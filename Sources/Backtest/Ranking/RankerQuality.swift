import Banking

/// How well a ranker did, and by how much xsell leads it.
package struct RankerQuality: Sendable {
  package let ranker: Ranker
  /// What has no value (nothing was taken) is not there.
  package let figures: [Measure: Estimate]
  /// xsell's figure minus this one's, on the same resamples; none for xsell itself.
  package let lead: [Measure: Estimate]

  /// One for each ranker of the tally, of which xsell is the first.
  static func all(_ tally: Tally, _ resampling: Resampling, threads: Int) async -> [RankerQuality] {
    let whole = TallySums(tally)
    let resampled = await resampling.sums(tally, threads: threads)
    return tally.rankers.indices.map { ranker in
      var figures: [Measure: Estimate] = [:]
      var lead: [Measure: Estimate] = [:]
      for measure in Measure.all {
        func value(_ sums: TallySums, _ ranker: Int) -> Double { sums.value(measure, ranker: ranker) }
        figures[measure] = Estimate(value(whole, ranker), resampled: resampled.map { value($0, ranker) })
        guard ranker > 0 else { continue }
        lead[measure] = Estimate(
          value(whole, 0) - value(whole, ranker), resampled: resampled.map { value($0, 0) - value($0, ranker) })
      }
      return RankerQuality(ranker: tally.rankers[ranker], figures: figures, lead: lead)
    }
  }
}
