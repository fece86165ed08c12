/// What the manager is asked to do. Raw values as in `xsell.trigger.kind`.
package enum TriggerKind: String, Sendable, CaseIterable {
  case offer, activate, deepen, retain
}
