import Banking
import Testing

@testable import Triggers

/// What must hold whatever happens; each seed is the test's argument and so is printed when it fails.
struct RandomNightsTests {
  @Test("whatever clients and managers do, the policy's promises are kept", arguments: 1...UInt64(40))
  func promises(seed: UInt64) throws {
    var nights = SimulatedNights(seed: seed)
    var raised = 0
    for _ in 0..<60 {
      nights.pass()
      try nights.act()
      let before = nights.world.existing
      let decisions = try nights.night()
      raised += decisions.raise.count
      oneLiveEach(nights.world)
      limitsKept(decisions, nights.world)
      coolDownKept(decisions, before: before, nights.world)
      let again = nights.world.decide()
      #expect(again.isEmpty)
      #expect(again.statuses.elementsEqual(decisions.statuses))
    }
    #expect(raised > 0)
    #expect(Set(nights.world.existing.map(\.id)).count == nights.world.existing.count)
  }

  @Test("every trigger ends in exactly one final state and stays there", arguments: 41...UInt64(60))
  func endings(seed: UInt64) throws {
    var nights = SimulatedNights(seed: seed)
    var ended: [TriggerID: ExistingTrigger] = [:]
    for night in 0..<40 {
      nights.pass()
      if night == 39 {
        for client in nights.world.clients.indices { nights.world.clients[client].contactAllowed = false }
      }
      try nights.act()
      _ = try nights.night()
      for trigger in nights.world.existing where trigger.state.isFinal {
        #expect(ended[trigger.id].map { $0.state == trigger.state && $0.endedOn == trigger.endedOn } ?? true)
        ended[trigger.id] = trigger
      }
    }
    #expect(nights.world.existing.allSatisfy { $0.state.isFinal })
  }

  @Test("the order in which candidates and triggers come does not matter", arguments: 61...UInt64(80))
  func order(seed: UInt64) throws {
    var nights = SimulatedNights(seed: seed)
    for _ in 0..<20 {
      nights.pass()
      try nights.act()
      let decisions = nights.world.decide()
      var turned = nights.world
      turned.existing.shuffle(using: &nights.random)
      for client in turned.candidates.indices { turned.candidates[client].shuffle(using: &nights.random) }
      let other = turned.decide()
      #expect(other.raise.map(\.id) == decisions.raise.map(\.id))
      #expect(other.withdraw == decisions.withdraw && other.win == decisions.win && other.expire == decisions.expire)
      for (client, own) in nights.world.candidates.enumerated() {
        let statuses = Dictionary(
          uniqueKeysWithValues: zip(
            turned.candidates[client].map { [Int($0.product ?? -1), $0.kind.hashValue] }, other.statuses(of: client)))
        #expect(
          own.map { statuses[[Int($0.product ?? -1), $0.kind.hashValue]] } == Array(decisions.statuses(of: client)))
      }
      try nights.world.apply(decisions)
    }
  }

  private func oneLiveEach(_ world: World) {
    let live = world.existing.filter { !$0.state.isFinal }
    let keys = live.map { "\($0.client) \($0.product?.rawValue ?? "")" }
    #expect(Set(keys).count == keys.count)
  }

  private func limitsKept(_ decisions: TriggerDecisions, _ world: World) {
    let policy = world.policy
    for desk in Set(decisions.raise.map(\.desk)) {
      let own = world.existing.filter { $0.desk == desk }
      #expect(conversations(own) { $0.raisedOn == world.asOf } <= policy.maximumRaisedPerManager)
      #expect(
        conversations(own) { $0.raisedOn > world.asOf.advanced(byDays: -7) } <= policy.maximumRaisedPerManagerWeek)
      #expect(conversations(own) { !$0.state.isFinal } <= policy.maximumLivePerManager)
    }
    let windowStart = world.asOf.advanced(byDays: -policy.contactWindowDays)
    for client in Set(decisions.raise.map(\.client)) {
      let own = world.existing.filter { $0.client == client }
      #expect(conversations(own) { !$0.state.isFinal } <= policy.maximumLivePerClient)
      #expect(conversations(own) { $0.raisedOn > windowStart } <= policy.maximumRaisedPerClient)
      #expect(own.count { $0.raisedOn == world.asOf } <= policy.maximumPerConversation)
    }
  }

  private func conversations(_ triggers: [ExistingTrigger], where isCounted: (ExistingTrigger) -> Bool) -> Int {
    Set(triggers.filter(isCounted).map(\.conversation)).count
  }

  private func coolDownKept(_ decisions: TriggerDecisions, before: [ExistingTrigger], _ world: World) {
    for raised in decisions.raise {
      for earlier in before
      where earlier.client == raised.client && earlier.concerns(raised.product, raised.kind) {
        guard let ended = world.existing.first(where: { $0.id == earlier.id }), ended.state.isFinal else {
          Issue.record("raised beside a live trigger")
          continue
        }
        if ended.kind != raised.kind, ended.state == .won || raised.kind == .renew && !ended.isRefused { continue }
        let end = world.policy.coolDownEnd(of: ended, for: raised.kind, dueOn: raised.dueOn)
        #expect(end.map { $0 <= world.asOf } ?? false)
      }
    }
  }
}
