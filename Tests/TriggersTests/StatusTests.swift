import Banking
import Testing

@testable import Triggers

struct StatusTests {
  private func world(_ own: Candidate, change: (inout World) -> Void = { _ in }) -> World {
    var world = World()
    world.add([own])
    change(&world)
    return world
  }

  @Test("a good gap of a client on the plateau is offered, with every factor of its priority")
  func offered() throws {
    let decisions = world(.offer(World.a, 0.25, worth: 1940)).decide()
    let raised = try #require(decisions.raise.first)
    #expect(Array(decisions.statuses) == [.offered])
    let factors = raised.factors
    #expect([factors.probability, factors.value, factors.context, factors.lever] == [0.25, 1940, 1, 1])
    #expect(factors.conversion.total == 1)
    #expect(raised.priority == 485)
    #expect(raised.expectedIncome == Money(minorUnits: 48_500))
    #expect(raised.validUntil == raised.raisedOn.advanced(byDays: 30))
    #expect(raised.product == ProductCode("A") && raised.cycle == 1 && raised.desk == .manager(ManagerID(1)))
  }

  @Test("facts of the client, the catalogue and the rules make a candidate ineligible, and are named")
  func ineligible() {
    let good = Candidate.offer(World.a)
    #expect(world(good) { $0.clients[0].hasLeft = true }.status == .ineligible(.clientLeft))
    #expect(world(good) { $0.clients[0].contactAllowed = false }.status == .ineligible(.contactNotAllowed))
    #expect(world(.offer(World.d)).status == .ineligible(.notSellable))
    #expect(world(.offer(World.b)).status == .ineligible(.prerequisiteMissing(World.a)))
    #expect(world(.offer(World.b)) { $0.held[0] = 1 }.status == .offered)
    #expect(world(.offer(World.c)) { $0.held[0] = 8 }.status == .ineligible(.excludedBy(World.d)))
    #expect(world(good) { $0.held[0] = 1 }.status == .ineligible(.holdingContradicts))
    #expect(world(.about(World.a, .activate)).status == .ineligible(.holdingContradicts))
    let never = ProductRule(neverOffer: true)
    #expect(world(good) { $0.policy.products = [ProductCode("A"): never] }.status == .ineligible(.neverOffered))
  }

  @Test("what needs a product that the bank does not have is not offered")
  func unknownPrerequisite() {
    let catalogue = Catalogue([World.product("A", requires: ["GONE"]), World.product("B", excludes: ["GONE"])])
    let rules = OfferRules(catalogue, policy: TriggerPolicy())
    #expect(rules.obstacle(0, annualTurnover: nil) { _ in true } == .prerequisiteMissing(nil))
    #expect(rules.obstacle(1, annualTurnover: nil) { _ in false } == nil)
  }

  @Test("a least turnover holds back smaller clients, and lets those of unknown turnover pass")
  func turnover() {
    let rule = [ProductCode("A"): ProductRule(minimumTurnover: Money(minorUnits: 100))]
    let cases: [(Int64?, RecommendationStatus)] = [
      (99, .ineligible(.turnoverTooLow)), (100, .offered), (nil, .offered),
    ]
    for (turnover, expected) in cases {
      let small = world(.offer(World.a)) {
        $0.policy.products = rule
        $0.clients[0].annualTurnover = turnover.map { Money(minorUnits: $0) }
      }
      #expect(small.status == expected)
    }
  }

  @Test("stages decide whether an offer makes sense; an unknown stage does not stand in the way")
  func stages() {
    for stage in Stage.allCases {
      let offered: Set<Stage> = [.growth, .plateau, .returned]
      let status = world(.offer(World.a)) { $0.clients[0].stage = stage }.status
      #expect(status == (offered.contains(stage) ? .offered : .suppressed(.stage(stage))))
      let retain = world(.retain()) { $0.clients[0].stage = stage }.status
      #expect(retain == ([.decline, .leaving].contains(stage) ? .offered : .suppressed(.stage(stage))))
    }
    #expect(world(.offer(World.a)) { $0.clients[0].stage = nil }.status == .offered)
    #expect(world(.retain()) { $0.clients[0].stage = nil }.status == .suppressed(.stageUnknown))
  }

  @Test("a retain call silences offers even where the policy would offer in that stage")
  func retainSilences() {
    var world = World()
    world.policy.offerStages.insert(.decline)
    world.add(stage: .decline, [.offer(World.a), .retain()])
    let decisions = world.decide()
    #expect(Array(decisions.statuses) == [.suppressed(.retain), .offered])
    #expect(decisions.raise.map(\.kind) == [.retain])
  }

  @Test("each minimum is named when it is missed; unknown income is not held against a candidate")
  func thresholds() {
    #expect(world(.offer(World.a, 0.0499)).status == .belowThreshold(.probability))
    #expect(world(.offer(World.a, 0.05)).status == .offered)
    #expect(world(.offer(World.a, .nan)).status == .belowThreshold(.probability))
    #expect(world(.offer(World.a, isGap: false)).status == .belowThreshold(.noGap))
    let dear: (inout World) -> Void = { $0.policy.minimumExpectedIncome = Money(minorUnits: 20_000) }
    #expect(world(.offer(World.a, 0.2, worth: 999), change: dear).status == .belowThreshold(.expectedIncome))
    #expect(world(.offer(World.a, 0.2, worth: 1000), change: dear).status == .offered)
    #expect(world(.offer(World.a, 0.2, worth: nil), change: dear).status == .offered)
    #expect(world(.offer(World.a, worth: 0)).status == .belowThreshold(.expectedIncome))
    #expect(world(.offer(World.a, worth: nil)).status == .offered)
    let own = [ProductCode("A"): ProductRule(minimumProbability: 0.3)]
    #expect(world(.offer(World.a)) { $0.policy.products = own }.status == .belowThreshold(.probability))
  }

  @Test("a client without an active manager goes to its branch's queue, which has room as a manager has")
  func queue() {
    var world = World()
    for probability in [0.1, 0.4] { world.add(manager: nil, [.offer(World.a, probability)]) }
    world.policy.maximumRaisedPerManager = 1
    let decisions = world.decide()
    #expect(Array(decisions.statuses) == [.capacity, .offered])
    #expect(decisions.raise.map(\.desk) == [.queue(branch: "R")])
  }

  @Test("the control group gets no trigger")
  func controlGroup() {
    #expect(world(.offer(World.a)) { $0.policy.controlShare = 1 }.status == .controlGroup)
  }

  @Test("only the best few of a client go on, ties by product code")
  func contactLimit() {
    var world = World()
    world.add(holds: [World.a], [.offer(World.c, 0.3), .offer(World.b, 0.3), .about(World.a, .activate, 0.3)])
    world.policy.maximumPerConversation = 1
    #expect(Array(world.decide().statuses) == [.contactLimit(.subjects), .offered, .contactLimit(.subjects)])
  }

  @Test("where the list is full, what no call has room for is not said to meet the client's limit")
  func fullListAndFullCall() {
    var world = World()
    world.add([.offer(World.a, 0.3), .offer(World.c, 0.2)])
    world.policy.maximumPerConversation = 1
    world.policy.maximumRaisedPerManager = 0
    #expect(Array(world.decide().statuses) == [.capacity, .contactLimit(.subjects)])
  }

  @Test("a manager's night takes the best of the whole portfolio, and counts what is live already")
  func capacity() {
    var world = World()
    for probability in [0.1, 0.4, 0.2, 0.3] { world.add([.offer(World.a, probability)]) }
    world.policy.maximumRaisedPerManager = 2
    #expect(Array(world.decide().statuses) == [.capacity, .offered, .capacity, .offered])
    world.policy.maximumRaisedPerManager = 10
    world.policy.maximumLivePerManager = 1
    #expect(Array(world.decide().statuses) == [.capacity, .offered, .capacity, .capacity])
  }

  @Test("one manager's full list does not hold back another's")
  func capacityPerManager() {
    var world = World()
    world.add(manager: 1, [.offer(World.a, 0.4)])
    world.add(manager: 1, [.offer(World.a, 0.3)])
    world.add(manager: 2, [.offer(World.a, 0.1)])
    world.policy.maximumRaisedPerManager = 1
    #expect(Array(world.decide().statuses) == [.offered, .capacity, .offered])
  }

  @Test("words and facts are those of the output contract")
  func words() {
    let status = RecommendationStatus.ineligible(.prerequisiteMissing(World.a))
    #expect(status.word == "ineligible" && status.fact == "prerequisite_missing" && status.relatedProduct == World.a)
    #expect(RecommendationStatus.suppressed(.stage(.decline)).fact == "decline")
    #expect(RecommendationStatus.offered.fact == nil)
  }

  @Test("a status stays small, for there is one for each client and product")
  func size() { #expect(MemoryLayout<RecommendationStatus>.stride <= 8) }
}
