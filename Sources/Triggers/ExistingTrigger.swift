package import Banking

/// A trigger raised on an earlier night (or earlier tonight), as stored.
package struct ExistingTrigger: Sendable, Hashable {
  package var id: TriggerID
  package var conversation: ConversationID
  package var client: ClientID
  package var desk: Desk
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
  /// Of a declined one: the day from which the client wants to be asked again.
  package var askOn: BusinessDate?
  /// The maturity it is about; only of `renew`.
  package var dueOn: BusinessDate?
  /// The day by which the money stays, as the data show: an account of the product opened since it was raised, or the maturity
  /// moved; only of a live `renew`.
  package var renewedOn: BusinessDate?
  /// Whether its manager had accepted it before it was put off; only while snoozed.
  package var wasAccepted = false
  /// What the client was to be set up with; only of `welcome`.
  package var products: [ProductCode] = []
  /// What its manager last found out by item of the check-list, and the factor that its priority carries for it.
  package var qualification: [QualificationItem: QualificationAnswer] = [:]
  package var qualificationFactor = 1.0

  package init(
    id: TriggerID, conversation: ConversationID, client: ClientID, desk: Desk, kind: TriggerKind, product: ProductCode?,
    state: TriggerState, cycle: Int, raisedOn: BusinessDate, validUntil: BusinessDate,
    snoozedUntil: BusinessDate? = nil, endedOn: BusinessDate? = nil, refusal: RefusalReason? = nil,
    askOn: BusinessDate? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.client = client
    self.desk = desk
    self.kind = kind
    self.product = product
    self.state = state
    self.cycle = cycle
    self.raisedOn = raisedOn
    self.validUntil = validUntil
    self.snoozedUntil = snoozedUntil
    self.endedOn = endedOn
    self.refusal = refusal
    self.askOn = askOn
  }

  /// Whether the client, or its manager for it, has said no.
  var isRefused: Bool { state == .declined || state == .lost }

  /// Whether the product was among those that the client did not want to be set up with.
  package func refuses(_ product: ProductCode?) -> Bool {
    guard let product, isRefused else { return false }
    return products.contains(product)
  }

  /// Whether it concerns the same: the product whatever the kind; of the client as a whole, the same kind.
  package func concerns(_ product: ProductCode?, _ kind: TriggerKind) -> Bool {
    self.product == product && (product != nil || self.kind == kind)
  }
}
