package import Triggers

/// What was said when the client was last called.
package struct LastAnswerFacts: Sendable {
  /// Business day, or the moment the answer was written.
  package let on: String
  package let kind: Code<TriggerKind>
  package let productName: String?
  package let state: Code<TriggerState>
  /// The history's own words.
  package let note: String?

  package init(on: String, kind: Code<TriggerKind>, productName: String?, state: Code<TriggerState>, note: String?) {
    self.on = on
    self.kind = kind
    self.productName = productName
    self.state = state
    self.note = note
  }
}
