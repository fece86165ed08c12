package import Banking

/// What the night does to the triggers. Applying it and deciding again on the same input gives no action and the same
/// statuses.
package struct TriggerDecisions: Sendable {
  /// In the order in which they were given room.
  package internal(set) var raise: [RaisedTrigger] = []
  /// The lists below are in order of client, then id.
  package internal(set) var withdraw: [Withdrawal] = []
  package internal(set) var expire: [TriggerID] = []
  /// The wanted result shows in the data.
  package internal(set) var win: [TriggerID] = []
  package internal(set) var wake: [Waking] = []
  /// Live triggers whose client is another desk's now: it has got another manager, or the manager is away or back.
  package internal(set) var reassign: [Reassignment] = []
  /// Live triggers of whose clients their managers have found out more.
  package internal(set) var requalify: [Requalification] = []
  /// As what a trigger that ends or wakes was judged: its manager may answer it while the night is at work.
  package internal(set) var seen: [TriggerID: Seen] = [:]
  /// Client i's candidates, in the order they were given: `statuses[statusStarts[i] ..< statusStarts[i + 1]]`.
  package internal(set) var statuses: StatusColumn
  package internal(set) var statusStarts: [Int32] = [0]
  /// By client: whether it has no trigger, and none can be raised about the candidates it has on any date, as long as they are the
  /// same. Whether others may join them as days pass is for those to say who find them.
  package internal(set) var isIdle: [Bool] = []

  init(asOf: BusinessDate) { statuses = StatusColumn(asOf: asOf) }

  package struct Seen: Sendable, Hashable {
    package let state: TriggerState
    package let snoozedUntil: BusinessDate?
    let place: Place
  }

  /// Of which a client has one for each product, and one for itself.
  struct Place: Hashable {
    let client: ClientID
    let product: ProductCode?
  }

  package struct Withdrawal: Sendable, Hashable {
    package let id: TriggerID
    package let reason: WithdrawalReason
  }

  package struct Waking: Sendable, Hashable {
    package let id: TriggerID
    /// Never earlier than it was: a trigger that was put off gets its days to be acted on.
    package let validUntil: BusinessDate
    /// Whether it is accepted again, as it was before it was put off.
    package let wasAccepted: Bool
  }

  package struct Reassignment: Sendable, Hashable {
    package let id: TriggerID
    package let desk: Desk
  }

  package struct Requalification: Sendable, Hashable {
    package let id: TriggerID
    /// Instead of the factor that the priority carries.
    package let factor: Double
  }

  /// Client i's statuses, in the order its candidates were given; none where it was not looked at.
  package func statuses(of client: Int) -> Slice<StatusColumn> {
    statuses[Int(statusStarts[client])..<Int(statusStarts[client + 1])]
  }

  /// Those that end in any case: a trigger raised tonight takes their client's one place for the product.
  package var replaced: [TriggerID] {
    let places = Set(raise.map { Place(client: $0.client, product: $0.product) })
    return seen.filter { places.contains($1.place) }.keys.sorted()
  }

  mutating func see(_ trigger: ExistingTrigger) {
    seen[trigger.id] = Seen(
      state: trigger.state, snoozedUntil: trigger.snoozedUntil,
      place: Place(client: trigger.client, product: trigger.product))
  }

  /// Whether anything is to be done.
  package var isEmpty: Bool {
    raise.isEmpty && withdraw.isEmpty && expire.isEmpty && win.isEmpty && wake.isEmpty && reassign.isEmpty
      && requalify.isEmpty
  }
}
