import Banking

@testable import Triggers

/// A small bank that lives: clients drift through stages, take and drop products; managers act at random or not at all.
struct SimulatedNights {
  var world = World()
  var random: SeededRandom

  init(seed: UInt64, clients: Int = 25) {
    random = SeededRandom(seed: seed)
    world.policy.maximumRaisedPerManager = 1 + random.below(4)
    world.policy.maximumRaisedPerManagerWeek = 2 + random.below(8)
    world.policy.maximumPerConversation = 1 + random.below(3)
    world.policy.floorDays = 20 + random.below(40)
    world.policy.floorShare = Double(random.below(4)) / 4
    world.policy.maximumRetainShare = Double(random.below(5)) / 4
    world.policy.winBackDays = [20, 40, 80]
    world.policy.maximumLivePerManager = 3 + random.below(8)
    world.policy.maximumLivePerClient = 1 + random.below(2)
    world.policy.maximumRaisedPerClient = 1 + random.below(3)
    world.policy.controlShare = Double(random.below(3)) / 10
    for kind in TriggerKind.allCases {
      world.policy.kinds[kind] = KindWindow(
        delay: random.below(5), raise: random.below(2) * (10 + random.below(30)), validity: 5 + random.below(30),
        conversion: 20 + random.below(60), coolDown: random.below(30))
    }
    world.policy.coolDown.afterExpiry = random.below(20)
    world.policy.coolDown.afterWithdrawal = random.below(15)
    world.policy.coolDown.byReason[.notNow] = random.below(10)
    if random.below(2) == 0 { world.policy.offerStages.insert(.decline) }
    for _ in 0..<clients { world.add(manager: manager(), []) }
    for client in 0..<clients { change(client) }
  }

  /// One in five has none.
  private mutating func manager() -> Int64? {
    let manager = Int64(random.below(5))
    return manager == 0 ? nil : manager
  }

  mutating func pass() {
    world.asOf = world.asOf.advanced(byDays: 1 + random.below(6))
    for client in world.clients.indices where random.below(3) == 0 { change(client) }
  }

  private mutating func change(_ client: Int) {
    world.held[client] = UInt64(random.below(16))
    world.clients[client].stage = random.below(8) == 0 ? nil : Stage.allCases[random.below(Stage.allCases.count)]
    world.clients[client].contactAllowed = random.below(20) > 0
    world.clients[client].hasLeft = random.below(40) == 0
    if random.below(30) == 0 {
      world.clients[client].desk = Desk(manager: manager().map { ManagerID($0) }, branch: "R")
    }
    var own: [Candidate] = []
    for product in World.a...World.d {
      let isHeld = world.held[client] >> UInt64(product) & 1 == 1
      let kind: TriggerKind = isHeld ? (random.below(2) == 0 ? .activate : .deepen) : .offer
      let probability = (random.uniform() * 20).rounded() / 100
      own.append(.about(product, kind, probability, isGap: random.below(5) > 0))
    }
    if let kind = call(of: world.clients[client].stage) {
      own.append(.call(kind, since: world.asOf.advanced(byDays: -random.below(100))))
    }
    if random.below(4) == 0 {
      own.append(
        .call(.renew, about: Int16(random.below(4)), since: world.asOf.advanced(byDays: 1 + random.below(60))))
    }
    world.candidates[client] = own
  }

  private func call(of stage: Stage?) -> TriggerKind? {
    switch stage {
    case .onboarding: .welcome
    case .decline, .leaving: .retain
    case .left: .winBack
    case .returned: .returned
    case .growth, .plateau, nil: nil
    }
  }

  /// Managers do to each live trigger something that is allowed, or nothing.
  mutating func act() throws {
    for trigger in world.existing where !trigger.state.isFinal && random.below(6) == 0 {
      let verbs = TriggerStateMachine.allowed(in: trigger.state, byManager: true)
      let action: TriggerAction =
        switch verbs[random.below(verbs.count)] {
        case .decline: refusal()
        case .snooze: .snooze(until: world.asOf.advanced(byDays: 1 + random.below(20)))
        case .win: .win
        case .lose: .lose
        default: .accept
        }
      try world.act(action, on: trigger.id)
    }
  }

  private mutating func refusal() -> TriggerAction {
    let reason = RefusalReason.allCases[random.below(RefusalReason.allCases.count)]
    let isDated = reason == .notNow && random.below(2) == 0
    return .decline(reason, askOn: isDated ? world.asOf.advanced(byDays: 1 + random.below(60)) : nil)
  }

  /// One night, stored.
  mutating func night() throws -> TriggerDecisions {
    let decisions = world.decide()
    try world.apply(decisions)
    return decisions
  }
}
