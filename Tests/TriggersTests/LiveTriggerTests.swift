import Banking
import Testing

@testable import Triggers

struct LiveTriggerTests {
  /// A world with one client and one trigger on A, raised ten days ago.
  func world(
    _ state: TriggerState = .open, kind: TriggerKind = .offer, holds: [Int16] = [], stage: Stage? = .plateau,
    _ own: [Candidate] = [.offer(World.a)]
  ) throws -> World {
    var world = World()
    world.add(stage: stage, holds: holds, own)
    let raisedOn = world.asOf.advanced(byDays: -10)
    let product = kind == .retain ? nil : ProductCode("A")
    world.existing = [
      ExistingTrigger(
        id: TriggerID(bank: World.bank, client: ClientID(1), kind: kind, product: product, cycle: 1),
        conversation: ConversationID(bank: World.bank, client: ClientID(1), raisedOn: raisedOn),
        client: ClientID(1), desk: .manager(ManagerID(1)), kind: kind, product: product, state: .open, cycle: 1,
        raisedOn: raisedOn, validUntil: raisedOn.advanced(byDays: 30))
    ]
    world.existing[0].state = state
    if state == .snoozed { world.existing[0].snoozedUntil = world.asOf.advanced(byDays: 2) }
    return world
  }

  @Test("a live trigger whose reason stands is left alone and named in the status")
  func stays() throws {
    for state in [TriggerState.open, .accepted, .snoozed] {
      let decisions = try world(state).decide()
      #expect(decisions.isEmpty)
      #expect(Array(decisions.statuses) == [.offered])
    }
  }

  @Test("a welcome that speaks of what may not be offered any more is taken back; one under way goes on")
  func barredWelcome() throws {
    let own = [Candidate.call(.welcome, since: World().asOf)]
    for (products, isBarred) in [
      (["A", "C"], false), (["A", "D"], true), (["A", "B"], true), (["A", "GONE"], true),
    ] {
      var world = try world(kind: .welcome, stage: .onboarding, own)
      world.existing[0].product = nil
      world.existing[0].products = products.map { ProductCode($0) }
      #expect(world.decide().withdraw.map(\.reason) == (isBarred ? [.ineligible] : []), "\(products)")
      world.existing[0].state = .accepted
      #expect(world.decide().withdraw.isEmpty)
    }
  }

  @Test("an offer is won by itself when the product appears among the holdings")
  func won() throws {
    for state in [TriggerState.open, .accepted, .snoozed] {
      let decisions = try world(state, holds: [World.a], []).decide()
      #expect(decisions.win.count == 1 && decisions.withdraw.isEmpty)
    }
  }

  @Test("a call about use outlasts its candidate while the use is still low; a call about a dormant product does not")
  func stillUnderUsed() throws {
    for (kind, isLow) in [(TriggerKind.deepen, true), (.deepen, false), (.activate, true)] {
      var world = try world(kind: kind, holds: [World.a], [])
      world.keepingReason = isLow ? [0] : []
      let reasons = world.decide().withdraw.map(\.reason)
      #expect(reasons == (kind == .deepen && isLow ? [] : [.reasonGone]))
    }
  }

  @Test("an open offer outlasts its gap while the product is nearly characteristic, and still needs its chance")
  func nearlyCharacteristic() throws {
    for (keeps, probability, reasons) in [
      (true, 0.5, []), (false, 0.5, [.reasonGone]), (true, 0.001, [.belowThreshold]),
    ] as [(Bool, Double, [WithdrawalReason])] {
      var world = try world(.open, [.offer(World.a, probability, isGap: false)])
      world.keepingReason = keeps ? [0] : []
      let decisions = world.decide()
      #expect(decisions.withdraw.map(\.reason) == reasons && decisions.raise.isEmpty)
    }
  }

  @Test("a call to keep a client waits for its manager when the silence becomes one to win the client back from")
  func longSilence() throws {
    let since = World().asOf.advanced(byDays: -100)
    for own in [[Candidate.call(.winBack, since: since)], []] {
      var world = try world(.open, kind: .retain, stage: .leaving, own)
      #expect(world.decide().isEmpty)
      world.clients[0].stage = .plateau
      #expect(world.decide().withdraw.map(\.reason) == [.stage])
    }
  }

  @Test("an accepted trigger on usage is won when the client uses more, not when the gap closes by itself")
  func gapClosed() throws {
    var woken = try world(.accepted, kind: .activate, holds: [World.a], [])
    #expect(woken.decide().isEmpty)
    woken.improved = [0]
    #expect(woken.decide().win.count == 1)
    let open = try world(.open, kind: .activate, holds: [World.a], []).decide()
    #expect(open.withdraw.map(\.reason) == [.reasonGone])
    let deeper = try world(.accepted, kind: .deepen, holds: [World.a], [.about(World.a, .activate)]).decide()
    #expect(deeper.isEmpty)
    var used = try world(.accepted, kind: .deepen, holds: [World.a], [])
    #expect(used.decide().isEmpty)
    used.improved = [0]
    #expect(used.decide().win.count == 1)
    used.candidates = [[.about(World.a, .deepen)]]
    #expect(used.decide().isEmpty)
    // Unused still, whatever is typical of others.
    let dormant = try world(.accepted, kind: .activate, holds: [World.a], [.about(World.a, .activate, isGap: false)])
    #expect(dormant.decide().isEmpty)
  }

  @Test("facts that forbid the call withdraw even an accepted trigger")
  func forbidden() throws {
    for state in [TriggerState.open, .accepted, .snoozed] {
      var left = try world(state)
      left.clients[0].hasLeft = true
      #expect(left.decide().withdraw.map(\.reason) == [.clientLeft])
      var silent = try world(state)
      silent.clients[0].contactAllowed = false
      #expect(silent.decide().withdraw.map(\.reason) == [.contactNotAllowed])
      var banned = try world(state)
      banned.policy.products = [ProductCode("A"): ProductRule(neverOffer: true)]
      #expect(banned.decide().withdraw.map(\.reason) == [.ineligible])
      var stranger = try world(state)
      stranger.clients[0].id = ClientID(2)
      #expect(stranger.decide().withdraw.map(\.reason) == [.clientUnknown])
    }
  }

  @Test("a trigger nobody accepted is withdrawn when its reason is gone; an accepted one goes on")
  func reasonGone() throws {
    let cases: [(WithdrawalReason, (inout World) -> Void)] = [
      (.stage, { $0.clients[0].stage = .decline }), (.reasonGone, { $0.candidates = [[]] }),
      (.reasonGone, { $0.candidates = [[.offer(World.a, isGap: false)]] }),
      (.belowThreshold, { $0.candidates = [[.offer(World.a, 0.0349)]] }),
      (.controlGroup, { $0.policy.controlShare = 1 }),
    ]
    for (reason, change) in cases {
      for state in [TriggerState.open, .snoozed] {
        var lost = try world(state)
        change(&lost)
        #expect(lost.decide().withdraw.map(\.reason) == [reason])
      }
      var accepted = try world(.accepted)
      change(&accepted)
      #expect(accepted.decide().isEmpty)
    }
  }

  @Test("between the keep share and the minimum a trigger stays but would not be raised")
  func noFlicker() throws {
    var border = try world(.open, [.offer(World.a, 0.04)])
    #expect(border.decide().isEmpty)
    border.existing = []
    #expect(border.status == .belowThreshold(.probability))
  }

  @Test("a retain trigger goes when the stage does, and is won if the manager had accepted it")
  func retain() throws {
    #expect(try world(.open, kind: .retain, stage: .decline, [.retain()]).decide().isEmpty)
    let open = try world(.open, kind: .retain, stage: .plateau, []).decide()
    #expect(open.withdraw.map(\.reason) == [.stage])
    var kept = try world(.accepted, kind: .retain, stage: .plateau, [])
    #expect(kept.decide().isEmpty)
    kept.improved = [0]
    #expect(kept.decide().win.count == 1)
    #expect(try world(.accepted, kind: .retain, stage: nil, []).decide().isEmpty)
  }

  @Test("an open offer is withdrawn when a retain call comes up")
  func retainWithdraws() throws {
    var world = try world(.open, stage: .decline, [.offer(World.a), .retain()])
    world.policy.offerStages.insert(.decline)
    let decisions = world.decide()
    #expect(decisions.withdraw.map(\.reason) == [.retain])
    #expect(decisions.raise.map(\.kind) == [.retain])
  }

  @Test("an open trigger expires after its last day, an accepted one after the conversion window")
  func expires() throws {
    var open = try world(.open)
    open.existing[0].validUntil = open.asOf.advanced(byDays: 1)
    #expect(open.decide().isEmpty)
    // Its last day was today, and the list is tomorrow morning's.
    open.existing[0].validUntil = open.asOf
    #expect(open.decide().expire.count == 1)
    #expect(open.status == .coolingDown(until: open.asOf.advanced(byDays: 30)))
    var accepted = try world(.accepted)
    accepted.existing[0].validUntil = accepted.asOf.advanced(byDays: -60)
    accepted.existing[0].raisedOn = accepted.asOf.advanced(byDays: -90)
    #expect(accepted.decide().isEmpty)
    accepted.existing[0].raisedOn = accepted.asOf.advanced(byDays: -91)
    #expect(accepted.decide().expire.count == 1)
  }

  @Test("a snoozed trigger wakes in the night before its date, with days left to act on it")
  func wakes() throws {
    var world = try world(.snoozed)
    world.existing[0].snoozedUntil = world.asOf.advanced(byDays: 1)
    world.existing[0].validUntil = world.asOf.advanced(byDays: -5)
    let decisions = world.decide()
    #expect(decisions.wake.map(\.validUntil) == [world.asOf.advanced(byDays: 30)])
    #expect(decisions.expire.isEmpty)
  }

  @Test("live triggers follow the client to its new desk")
  func reassigned() throws {
    var world = try world()
    for desk in [Desk.manager(ManagerID(2)), .queue(branch: "R"), .queue(branch: "")] {
      world.clients[0].desk = desk
      #expect(world.decide().reassign.map(\.desk) == [desk])
    }
  }

  @Test("a refusal cools the product down for as long as its reason says, then the next cycle begins")
  func coolDown() throws {
    for reason in RefusalReason.allCases {
      var world = try world(.declined)
      let days = try #require(world.policy.coolDown.byReason[reason] ?? (reason == .other ? 180 : nil))
      world.existing[0].refusal = reason
      world.existing[0].endedOn = world.asOf.advanced(byDays: 1 - days)
      #expect(world.status == .coolingDown(until: world.asOf.advanced(byDays: 1)))
      world.existing[0].endedOn = world.asOf.advanced(byDays: -days)
      let raised = try #require(world.decide().raise.first)
      #expect(raised.cycle == 2 && raised.id != world.existing[0].id)
    }
  }

  @Test("a product just woken may be deepened, but is not woken again at once")
  func winCoolsItsKind() throws {
    var world = try world(.won, kind: .activate, holds: [World.a], [.about(World.a, .deepen)])
    world.existing[0].endedOn = world.asOf.advanced(byDays: -1)
    #expect(world.status == .offered)
    world.candidates = [[.about(World.a, .activate)]]
    #expect(world.status == .coolingDown(until: world.asOf.advanced(byDays: 179)))
  }

  @Test(
    "what was renewed, woken or taken and is gone again is not offered at once",
    arguments: [TriggerKind.renew, .activate, .offer])
  func winCoolsOffers(kind: TriggerKind) throws {
    var world = try world(.won, kind: kind, [.offer(World.a)])
    world.existing[0].endedOn = world.asOf.advanced(byDays: -1)
    #expect(world.status == .coolingDown(until: world.asOf.advanced(byDays: 179)))
    world.existing[0].endedOn = world.asOf.advanced(byDays: -180)
    #expect(world.status == .offered)
  }

  @Test("triggers raised within the contact window count against the client, ended or not")
  func contactWindow() throws {
    var world = try world(.expired, [.offer(World.c)])
    world.existing[0].endedOn = world.asOf.advanced(byDays: -1)
    world.policy.maximumRaisedPerClient = 1
    #expect(world.status == .contactLimit(.client))
    world.existing[0].raisedOn = world.asOf.advanced(byDays: -30)
    #expect(world.status == .offered)
  }

  @Test("an accepted greeting of a client that is back has done its work where the client goes on")
  func returned() throws {
    var world = try world(.accepted, kind: .returned, stage: .returned, [])
    #expect(world.decide().isEmpty)
    world.improved = [0]
    #expect(world.decide().win.count == 1)
    world.clients[0].stage = .decline
    #expect(world.decide().win.isEmpty)
  }

  @Test(
    "a call that ends where another about the same product is raised is replaced, whatever its manager does meanwhile")
  func replaced() throws {
    var world = try world(.accepted, kind: .activate, holds: [World.a], [.about(World.a, .deepen)])
    world.improved = [0]
    let decisions = world.decide()
    #expect(decisions.raise.map(\.kind) == [.deepen])
    #expect(decisions.replaced == world.existing.map(\.id))
    #expect(decisions.seen.values.map(\.state) == [.accepted])
    world.candidates = [[.offer(World.c)]]
    #expect(world.decide().raise.map(\.kind) == [.offer])
    #expect(world.decide().replaced == [])
  }
}
