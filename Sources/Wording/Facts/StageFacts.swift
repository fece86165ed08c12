package import Banking

/// Where the client stands and since how long it has been with the bank.
package struct StageFacts: Sendable {
  package var stage: Code<Stage>?
  package var segment: Code<Segment>?
  package var tenureMonths: Int?

  package init(stage: Code<Stage>? = nil, segment: Code<Segment>? = nil, tenureMonths: Int? = nil) {
    self.stage = stage
    self.segment = segment
    self.tenureMonths = tenureMonths
  }
}
