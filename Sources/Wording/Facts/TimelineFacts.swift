package import Triggers

/// One line of what was raised for a client and what came of it.
package struct TimelineFacts: Sendable {
  package let event: TriggerEventFacts
  package let kind: Code<TriggerKind>
  package let productName: String?

  package init(event: TriggerEventFacts, kind: Code<TriggerKind>, productName: String?) {
    self.event = event
    self.kind = kind
    self.productName = productName
  }
}
