package import Triggers

/// One line of a trigger's append-only history.
package struct TriggerEventFacts: Sendable {
  /// UTC, to the minute.
  package let at: String
  package let actor: String
  /// Nil where the trigger was raised.
  package let from: Code<TriggerState>?
  package let to: Code<TriggerState>
  package let note: String?
  /// Whether the night itself wrote it, and no manager.
  package var isNights: Bool { actor == "nightly" }

  package init(at: String, actor: String, from: Code<TriggerState>?, to: Code<TriggerState>, note: String?) {
    self.at = at
    self.actor = actor
    self.from = from
    self.to = to
    self.note = note
  }
}
