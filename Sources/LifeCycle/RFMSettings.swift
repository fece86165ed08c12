/// Where recency, frequency and money are cut. Frequency and money are cut at quantiles of the client's own cohort, so
/// that no currency, region or pace of business is assumed; recency at months, which mean the same everywhere.
package struct RFMSettings: Sendable, Hashable {
  /// Whole months of tenure below which a client is new.
  package var newMonths = 3
  /// Months since the last operation up to which a client is active lately (0 = the last complete month).
  package var recentMonths = 1
  /// Months since the last operation from which it is lost.
  package var lostMonths = 12
  /// Quantile of the active clients' share of active months from which a client is active often.
  package var frequencyQuantile = 0.5
  /// Share of active months that always counts as often, however regular the others are: three months of four.
  package var alwaysFrequent = 0.75
  /// Quantile of the active clients' monthly income above which income is high.
  package var incomeQuantile = 0.5
  /// Active clients that a cohort needs for cuts of its own; a smaller one takes the wider cohort's. Thirty: a median is
  /// then known to a tenth of the ranks either way.
  package var minimumActive = 30

  package init() {}
}
