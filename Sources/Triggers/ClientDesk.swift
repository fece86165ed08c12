import Banking

/// One client's candidates and triggers while they are being decided.
struct ClientDesk {
  let client: Int
  let desk: Desk
  let isControl: Bool
  let candidates: [Candidate]
  /// Changes as the night ends some.
  private(set) var triggers: [ExistingTrigger]
  var retains = false

  init(client: Int, desk: Desk, isControl: Bool, candidates: [Candidate], triggers: [ExistingTrigger]) {
    self.client = client
    self.desk = desk
    self.isControl = isControl
    self.candidates = candidates
    self.triggers = triggers
  }

  mutating func end(_ position: Int, by action: TriggerAction, on day: BusinessDate) {
    guard let state = try? TriggerStateMachine.apply(action, to: triggers[position].state, on: day) else { return }
    triggers[position].state = state
    triggers[position].endedOn = day
  }

  /// Tonight's candidate by which a trigger is judged: of a maturity and of the client as a whole its own kind, else
  /// whatever there is about the product's use.
  func candidate(about product: Int16?, kind: TriggerKind) -> Candidate? {
    let isOwn = kind.isAboutClient || kind == .renew
    return candidates.first { $0.product == product && (isOwn ? $0.kind == kind : $0.kind != .renew) }
  }

  func live(about product: ProductCode?) -> ExistingTrigger? {
    triggers.first { !$0.state.isFinal && $0.product == product }
  }

  func lastCycle(about product: ProductCode?, kind: TriggerKind) -> Int {
    triggers.filter { $0.kind == kind && $0.product == product }.map(\.cycle).max() ?? 0
  }

  func lastRaised(_ kind: TriggerKind) -> BusinessDate? {
    triggers.filter { $0.kind == kind }.map(\.raisedOn).max()
  }

  /// As-of date of the first night that may bring the candidate's subject up again; nil = never brought up.
  /// - Parameter product: the candidate's.
  func coolDown(of candidate: Candidate, about product: ProductCode?, policy: TriggerPolicy) -> BusinessDate? {
    let dueOn = candidate.kind.traits.countsDown ? candidate.since : nil
    return triggers.filter { $0.state.isFinal && cools($0, product, candidate.kind) }
      .compactMap { trigger in policy.coolDownEnd(of: trigger, for: candidate.kind, dueOn: dueOn) }.max()
  }

  /// Whether it has to do with a call of the kind. A win cools down its own kind and offers: a product just taken or woken may well
  /// be deepened, but one that is gone again is not offered at once. What matures does so whether or not anybody minded its use; only
  /// who has refused is left in peace.
  private func cools(_ trigger: ExistingTrigger, _ product: ProductCode?, _ kind: TriggerKind) -> Bool {
    if trigger.refuses(product) { return true }
    guard trigger.concerns(product, kind) else { return false }
    if kind == .renew, trigger.kind != .renew { return trigger.isRefused }
    return trigger.state != .won || trigger.kind == kind || kind == .offer
  }

  /// The client's conversations, oldest first.
  var conversations: [(id: ConversationID, triggers: [ExistingTrigger])] {
    Dictionary(grouping: triggers, by: \.conversation).map { ($0.key, $0.value) }
      .sorted { ($0.1[0].raisedOn, $0.0) < ($1.1[0].raisedOn, $1.0) }
  }
}
