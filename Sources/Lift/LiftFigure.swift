/// One measure with and without triggers, by intention to treat: every client counts where the draw put it, called or not.
package struct LiftFigure: Hashable, Sendable {
  package let measure: LiftMeasure
  /// Means over the clients of each arm.
  package let treated: Double
  package let control: Double
  /// Treated − control with its 95 % interval.
  package let difference: Double
  package let low: Double
  package let high: Double
  /// Of the difference, from the resamples.
  package let standardError: Double

  package enum Verdict: String, Sendable { case higher, lower, notYetKnown = "not_yet_known" }

  /// Not known as long as the interval holds zero.
  package var verdict: Verdict { low > 0 ? .higher : high < 0 ? .lower : .notYetKnown }

  /// How many weeks more until a difference of that size would be told from chance in four of five cases (two-sided 5 %,
  /// power 80 %: Cohen, "Statistical Power Analysis", 1988, ch. 2), if clients go on as they did.
  ///
  /// Takings add up week by week: after `w` times the weeks their difference is `w` times as large and its error √w times.
  /// Income is a level: its difference stays and its error falls with √w. Both ask for the same w.
  /// - Parameters:
  ///   - size: of the difference, over the weeks observed.
  ///   - weeks: observed so far.
  /// - Returns: 0 = it would be visible by now; nil = it cannot be said.
  package func weeksMore(toSee size: Double, after weeks: Double) -> Int? {
    guard size > 0, standardError > 0, weeks > 0 else { return nil }
    let ratio = (Self.detection * standardError / size) * (Self.detection * standardError / size)
    let more = (weeks * (ratio - 1)).rounded(.up)
    return more.isFinite && more < 10_000 ? Int(max(0, more)) : nil
  }

  /// 1.96 + 0.84: normal quantiles of 97.5 and 80 %.
  private static let detection = 2.801_585_2
}
