package import Banking

/// A trigger raised on an earlier night (or earlier tonight), as stored.
package struct ExistingTrigger: Sendable, Hashable {
  package var id: TriggerID
  package var client: ClientID
  package var manager: ManagerID?
  package var kind: TriggerKind
  package var product: ProductCode?
  package var state: TriggerState
  package var cycle: Int
  package var raisedOn: BusinessDate
  /// Last day on which it stands.
  package var validUntil: BusinessDate
  /// Only while snoozed.
  package var snoozedUntil: BusinessDate?
  /// The day of its final state; nil while live.
  package var endedOn: BusinessDate?
  /// Only of a declined one.
  package var refusal: RefusalReason?

  package init(
    id: TriggerID, client: ClientID, manager: ManagerID?, kind: TriggerKind, product: ProductCode?,
    state: TriggerState, cycle: Int, raisedOn: BusinessDate, validUntil: BusinessDate,
    snoozedUntil: BusinessDate? = nil, endedOn: BusinessDate? = nil, refusal: RefusalReason? = nil
  ) {
    self.id = id
    self.client = client
    self.manager = manager
    self.kind = kind
    self.product = product
    self.state = state
    self.cycle = cycle
    self.raisedOn = raisedOn
    self.validUntil = validUntil
    self.snoozedUntil = snoozedUntil
    self.endedOn = endedOn
    self.refusal = refusal
  }
}
