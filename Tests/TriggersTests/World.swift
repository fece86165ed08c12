import Banking

@testable import Triggers

/// A bank small enough to reason about: four products (positions 0–3, codes A–D), clients given by a few facts.
///
/// A: free of conditions. B: requires A. C: excludes D. D: not sellable.
struct World {
  var asOf = BusinessDate(dayNumber: 8766)
  var clients: [ClientSituation] = []
  var held: [UInt64] = []
  var candidates: [[Candidate]] = []
  var existing: [ExistingTrigger] = []
  var conversions = ConversionHistory()
  /// By position of the product: since when it is held, by all that hold it.
  var opened: [Int16: BusinessDate] = [:]
  var setAside = SetAside()
  var catalogue = World.catalogue
  /// Positions of clients that have picked up since they were called.
  var improved: Set<Int> = []
  /// Positions of clients of which an open call keeps its reason beyond what raises one.
  var keepingReason: Set<Int> = []
  /// With a minimum that stands clear of the probabilities the tests use.
  var policy = {
    var policy = TriggerPolicy()
    policy.minimumProbability = 0.05
    return policy
  }()

  static let bank = BankID("TEST")
  static let a: Int16 = 0
  static let b: Int16 = 1
  static let c: Int16 = 2
  static let d: Int16 = 3

  static let catalogue = Catalogue([
    product("A"), product("B", requires: ["A"]), product("C", excludes: ["D"]), product("D", sellable: false),
  ])

  static func product(
    _ code: String, sellable: Bool = true, requires: [String] = [], excludes: [String] = []
  ) -> Product {
    Product(
      code: ProductCode(code), name: code, family: "", incomeKind: .fee, sellable: sellable,
      requires: requires.map { ProductCode($0) }, excludes: excludes.map { ProductCode($0) })
  }

  /// Adds a client with id = its position + 1; without a manager it belongs to the queue of branch R.
  mutating func add(
    manager: Int64? = 1, stage: Stage? = .plateau, contactAllowed: Bool = true, hasLeft: Bool = false,
    turnover: Money? = nil, holds: [Int16] = [], _ own: [Candidate]
  ) {
    clients.append(
      ClientSituation(
        id: ClientID(Int64(clients.count + 1)), desk: Desk(manager: manager.map { ManagerID($0) }, branch: "R"),
        stage: stage,
        contactAllowed: contactAllowed, hasLeft: hasLeft, annualTurnover: turnover))
    held.append(holds.reduce(0) { $0 | 1 << UInt64($1) })
    candidates.append(own)
  }

  func decide() -> TriggerDecisions {
    let input = TriggerNightInput(
      bank: Self.bank, asOf: asOf, catalogue: catalogue, clients: clients, held: held, words: 1,
      heldSince: { [opened] in opened[Int16($1)] },
      hasImproved: { [improved] client, _ in improved.contains(client) },
      keepsReason: { [keepingReason] client, _, _ in keepingReason.contains(client) },
      conversions: conversions, existing: existing, setAside: setAside)
    return TriggerNight.decide(input, policy: policy) { candidates[$0] }
  }

  /// The only client's only candidate's status.
  var status: RecommendationStatus { decide().statuses[0] }

  /// Stores what the night decided, as the ledger would.
  mutating func apply(_ decisions: TriggerDecisions) throws {
    for raised in decisions.raise { existing.append(ExistingTrigger(raised)) }
    for withdrawal in decisions.withdraw { try act(.withdraw(withdrawal.reason), on: withdrawal.id) }
    for id in decisions.expire { try act(.expire, on: id) }
    for id in decisions.win { try act(.findWon, on: id) }
    for waking in decisions.wake {
      try act(.wake(wasAccepted: waking.wasAccepted), on: waking.id)
      existing[position(of: waking.id)].validUntil = waking.validUntil
    }
    for move in decisions.reassign { existing[position(of: move.id)].desk = move.desk }
    for change in decisions.requalify { existing[position(of: change.id)].qualificationFactor = change.factor }
  }

  mutating func act(_ action: TriggerAction, on id: TriggerID) throws {
    let place = position(of: id)
    if case .snooze = action {
      existing[place].wasAccepted = existing[place].state == .accepted || existing[place].wasAccepted
    } else {
      existing[place].wasAccepted = false
    }
    existing[place].state = try TriggerStateMachine.apply(action, to: existing[place].state, on: asOf)
    existing[place].snoozedUntil = nil
    if case .snooze(let until) = action { existing[place].snoozedUntil = until }
    if case .decline(let reason, let askOn) = action {
      existing[place].refusal = reason
      existing[place].askOn = askOn
    }
    if existing[place].state.isFinal { existing[place].endedOn = asOf }
  }

  private func position(of id: TriggerID) -> Int { existing.firstIndex { $0.id == id } ?? -1 }
}

extension ExistingTrigger {
  init(_ raised: RaisedTrigger) {
    self.init(
      id: raised.id, conversation: raised.conversation, client: raised.client, desk: raised.desk, kind: raised.kind,
      product: raised.product, state: .open, cycle: raised.cycle, raisedOn: raised.raisedOn,
      validUntil: raised.validUntil)
    dueOn = raised.dueOn
  }
}

extension Candidate {
  static func offer(_ product: Int16, _ probability: Double = 0.2, worth: Int64? = 1000, isGap: Bool = true) -> Self {
    about(product, .offer, probability, worth: worth, isGap: isGap)
  }

  static func retain(worth: Int64 = 1000) -> Self { about(nil, .retain, 1, worth: worth) }

  static func call(_ kind: TriggerKind, about product: Int16? = nil, since: BusinessDate?, worth: Int64 = 1000) -> Self
  {
    var candidate = about(product, kind, 0.2, worth: worth)
    candidate.since = since
    return candidate
  }

  static func about(
    _ product: Int16?, _ kind: TriggerKind, _ probability: Double = 0.2, worth: Int64? = 1000, isGap: Bool = true
  ) -> Self {
    let typical = worth.map { Money(minorUnits: $0 * 100) }
    return Candidate(
      product: product, kind: kind, probability: probability, typicalIncome: typical,
      expectedIncome: typical.flatMap { Money(estimate: $0.estimate * probability) }, isGap: isGap)
  }
}
