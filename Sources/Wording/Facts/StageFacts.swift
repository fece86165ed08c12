package import Banking

/// Where the client stands in its life with the bank, how long it has been there, and what is ahead. Nil is unknown.
package struct StageFacts: Sendable {
  package var stage: Code<Stage>?
  /// The month that the stage's reason goes back to.
  package var since: Month?
  package var segment: Code<Segment>?
  package var tenureMonths: Int?
  /// Months it is expected to stay.
  package var expectedMonths: Double?
  /// Whether that is as far as is counted, so that all that is known is that it stays longer.
  package var staysBeyond = false
  /// What it is expected to bring in that time.
  package var lifeValue: Money?
  package var lifeLow: Money?
  package var lifeHigh: Money?

  package init(stage: Code<Stage>? = nil, segment: Code<Segment>? = nil, tenureMonths: Int? = nil) {
    self.stage = stage
    self.segment = segment
    self.tenureMonths = tenureMonths
  }
}
