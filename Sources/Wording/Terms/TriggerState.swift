/// How far a trigger has come. Raw values as in `xsell.trigger.state`.
package enum TriggerState: String, Sendable, CaseIterable {
  case open, accepted, snoozed, declined, won, lost, expired, withdrawn
}
