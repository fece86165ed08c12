import Banking
import Testing

@testable import Triggers

/// The chosen set against every set there is.
struct CapacityTests {
  /// A desk whose proposals, room and shares are drawn at random.
  private struct Case {
    var proposals: [Proposal] = []
    let room: Int
    let retainRoom: Int
    let floor: Int

    init(_ random: inout SeededRandom) {
      for client in 0..<random.below(9) {
        proposals.append(Self.proposal(client, &random))
      }
      room = random.below(8)
      retainRoom = random.below(6)
      floor = random.below(4)
    }

    private static func proposal(_ client: Int, _ random: inout SeededRandom) -> Proposal {
      let members = (0...random.below(3)).map { place in
        let kind: TriggerKind = place == 0 && random.below(3) == 0 ? .retain : .offer
        let candidate = Candidate.about(kind == .retain ? nil : Int16(place), kind, worth: 1)
        let factors = PriorityFactors(
          probability: random.uniform(), value: 100, context: 1, lever: 1,
          conversion: ConversionFactors(kind: 1, product: 1, profile: 1, manager: 1, bounds: 1...1))
        return Survivor(
          position: place, candidate: candidate, factors: factors, priority: factors.priority, cycle: 1, status: 0)
      }
      return Proposal(
        client: client, members: members, isCalledSeldom: random.below(3) == 0)
    }

    /// - Parameter kept: the most that a desk has room for.
    func chosen(kept: Int? = nil) -> [Proposal] {
      var waiting = DeskProposals(room: kept ?? room)
      for proposal in proposals { waiting.add(proposal) }
      let choice = CapacityChoice(waiting, room: room, retainRoom: retainRoom, floor: floor)
      let best = waiting.best
      return zip(best, choice.taken(best)).filter(\.1).map(\.0)
    }

    /// Said without any greed: retain calls stay within their share unless room would be left over, and seldom called
    /// clients have their share as far as there are such.
    func isAllowed(_ set: [Proposal]) -> Bool {
      let (retains, floors) = (set.count(where: \.isRetain), set.count(where: \.isFloor))
      let others = proposals.count - proposals.count(where: \.isRetain)
      let owed = min(floor, proposals.count(where: \.isFloor), room)
      return set.count <= room && (retains <= retainRoom || retains <= room - others)
        && set.count - floors <= room - owed
    }

    var best: Double {
      (0..<(1 << proposals.count)).map { mask in proposals.indices.filter { mask >> $0 & 1 == 1 }.map { proposals[$0] }
      }
      .filter(isAllowed).map { $0.reduce(0) { $0 + $1.value } }.max() ?? 0
    }
  }

  @Test("no allowed set is worth more than the chosen one", arguments: 1...UInt64(150))
  func optimum(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let one = Case(&random)
    let set = one.chosen()
    #expect(one.isAllowed(set))
    #expect(set.reduce(0) { $0 + $1.value } >= one.best * 0.999_999)
  }

  @Test("whatever the order in which proposals come, the same are chosen", arguments: 151...UInt64(170))
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var one = Case(&random)
    let chosen = one.chosen().map(\.client)
    one.proposals.shuffle(using: &random)
    #expect(one.chosen().map(\.client) == chosen)
  }

  @Test("what a desk has no room for may be forgotten", arguments: 171...UInt64(270))
  func forgotten(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let one = Case(&random)
    #expect(one.chosen().map(\.client) == one.chosen(kept: 100).map(\.client))
  }

  @Test("a whole night of three desks is worth at least 99 % of the best that any choice of clients brings")
  func portfolio() {
    for seed in 1...UInt64(8) {
      var random = SeededRandom(seed: seed)
      var world = World()
      world.policy.maximumRaisedPerManager = 1 + random.below(3)
      world.policy.maximumRaisedPerManagerWeek = 1 + random.below(4)
      world.policy.maximumRetainShare = 1
      world.policy.floorShare = 0
      for _ in 0..<9 {
        let manager = Int64(random.below(3))
        world.add(
          manager: manager == 0 ? nil : manager,
          [.offer(World.a, 0.1 + random.uniform() * 0.8), .offer(World.c, 0.1 + random.uniform() * 0.8)])
      }
      let raised = world.decide().raise
      let values = world.candidates.map { $0.reduce(0) { $0 + $1.probability * 1000 } }
      let room = min(world.policy.maximumRaisedPerManager, world.policy.maximumRaisedPerManagerWeek)
      var best = 0.0
      for mask in 0..<(1 << 9) {
        let clients = (0..<9).filter { mask >> $0 & 1 == 1 }
        let loads = Dictionary(grouping: clients) { world.clients[$0].desk }.values.map(\.count)
        if loads.allSatisfy({ $0 <= room }) { best = max(best, clients.reduce(0) { $0 + values[$1] }) }
      }
      #expect(raised.reduce(0) { $0 + $1.priority } >= 0.99 * best, "seed \(seed)")
    }
  }

  @Test("however short a night or a list, one of its calls may be to keep a client", arguments: [1, 2, 3])
  func shortList(limit: Int) {
    var world = World()
    world.policy.maximumRaisedPerManager = limit
    world.add(stage: .decline, [.retain()])
    for _ in 0..<4 { world.add([.offer(World.a, 0.9)]) }
    #expect(world.decide().raise.count { $0.kind == .retain } == 1)
    (world.policy.maximumRaisedPerManager, world.policy.maximumLivePerManager) = (10, limit)
    #expect(world.decide().raise.count { $0.kind == .retain } == 1)
    world.policy.maximumRetainShare = 0
    #expect(!world.decide().raise.contains { $0.kind == .retain })
  }

  @Test("clients nobody called for long come before richer ones, up to their share")
  func floor() {
    var world = World()
    world.policy.maximumRaisedPerManager = 5
    world.policy.floorShare = 0.4
    for probability in [0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1] { world.add([.offer(World.a, probability)]) }
    for client in 1...5 {
      let raisedOn = world.asOf.advanced(byDays: client == 5 ? -120 : -119)
      world.existing.append(
        ExistingTrigger(
          id: TriggerID(
            bank: World.bank, client: ClientID(Int64(client)), kind: .offer, product: ProductCode("C"), cycle: 1),
          conversation: ConversationID(bank: World.bank, client: ClientID(Int64(client)), raisedOn: raisedOn),
          client: ClientID(Int64(client)), desk: .manager(ManagerID(1)), kind: .offer, product: ProductCode("C"),
          state: .expired, cycle: 1, raisedOn: raisedOn, validUntil: raisedOn, endedOn: raisedOn))
    }
    // Five places, two of them for the last four, who were not called for 120 days.
    #expect(world.decide().raise.map(\.client.rawValue).sorted() == [1, 2, 3, 5, 6])
  }

  @Test("what was raised within the last seven days takes room of the week")
  func week() {
    var world = World()
    for _ in 1...4 { world.add([.offer(World.a)]) }
    world.policy.maximumRaisedPerManagerWeek = 2
    for (days, expected) in [(-6, 1), (-7, 2)] {
      let raisedOn = world.asOf.advanced(byDays: days)
      world.existing = [
        ExistingTrigger(
          id: TriggerID(bank: World.bank, client: ClientID(1), kind: .offer, product: ProductCode("C"), cycle: 1),
          conversation: ConversationID(bank: World.bank, client: ClientID(1), raisedOn: raisedOn),
          client: ClientID(1), desk: .manager(ManagerID(1)), kind: .offer, product: ProductCode("C"),
          state: .declined, cycle: 1, raisedOn: raisedOn, validUntil: raisedOn, endedOn: raisedOn)
      ]
      #expect(world.decide().raise.count == expected)
    }
  }
}
