/// A client's place by recency, frequency and money.
package enum RFMSegment: String, Sendable, CaseIterable {
  /// Opened only recently.
  case new
  /// Active lately, not often yet, with income above the middle.
  case promising
  /// Active lately, seldom, with little income.
  case wandering
  /// Silent for a while, and seldom active before.
  case dormant
  /// Active lately and often.
  case loyal
  /// Silent for a while, though it used to be active often or to earn well.
  case atRisk = "at_risk"
  /// Closed, or silent for as long as counts as gone.
  case lost
}
