import Banking

/// One client's candidates and triggers while they are being decided.
struct ClientDesk {
  let client: Int
  let candidates: [Candidate]
  /// Changes as the night ends some.
  private(set) var triggers: [ExistingTrigger]
  /// nil = none, or none that is active.
  var manager: ManagerID?
  var isControl = false
  var retains = false
  /// What forbids any call to the client, and what silences those that sell: the same for all its candidates.
  var obstacle: RecommendationStatus.Ineligibility?
  var saleSuppression: RecommendationStatus.Suppression?

  init(client: Int, candidates: [Candidate], triggers: [ExistingTrigger]) {
    self.client = client
    self.candidates = candidates
    self.triggers = triggers
  }

  mutating func end(_ position: Int, by action: TriggerAction, on day: BusinessDate) {
    guard let state = try? TriggerStateMachine.apply(action, to: triggers[position].state, on: day) else { return }
    triggers[position].state = state
    triggers[position].endedOn = day
  }

  /// The candidate about a product, or the retain one.
  func candidate(about product: Int16?, kind: TriggerKind) -> Candidate? {
    candidates.first { $0.product == product && ($0.kind == .retain) == (kind == .retain) }
  }

  func live(about product: ProductCode?, kind: TriggerKind) -> ExistingTrigger? {
    triggers.first { !$0.state.isFinal && $0.isAbout(product, kind) }
  }

  func lastCycle(about product: ProductCode?, kind: TriggerKind) -> Int {
    triggers.filter { $0.kind == kind && $0.product == product }.map(\.cycle).max() ?? 0
  }

  /// The first day on which the product (or retaining) may be brought up again; nil = never brought up. A win cools
  /// down its own kind only: a product just taken or woken may well be deepened.
  func coolDown(about product: ProductCode?, kind: TriggerKind, policy: CoolDown) -> BusinessDate? {
    triggers.filter { $0.isAbout(product, kind) && $0.state.isFinal && ($0.state != .won || $0.kind == kind) }
      .compactMap { trigger in
        trigger.endedOn?.advanced(byDays: policy.days(after: trigger.state, refusal: trigger.refusal))
      }.max()
  }
}

extension ExistingTrigger {
  /// Whether it is about the same thing: the product whatever the kind, or retaining.
  func isAbout(_ product: ProductCode?, _ kind: TriggerKind) -> Bool {
    self.product == product && (self.kind == .retain) == (kind == .retain)
  }
}
