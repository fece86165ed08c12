import Banking
import Testing

@testable import Triggers

struct ConversationTests {
  @Test("several good products of a client are one conversation, best first, and take one place")
  func bundle() {
    var world = World()
    world.add(holds: [World.d], [.offer(World.a, 0.2), .about(World.d, .activate, 0.9)])
    world.add([.offer(World.a, 0.1), .offer(World.c, 0.3)])
    world.add([.offer(World.a, 0.05)])
    world.policy.maximumRaisedPerManager = 2
    let decisions = world.decide()
    #expect(Array(decisions.statuses) == [.offered, .offered, .offered, .offered, .capacity])
    #expect(Set(decisions.raise.map(\.conversation)).count == 2)
    let second = decisions.raise.filter { $0.client == ClientID(2) }
    #expect(second.compactMap(\.product?.rawValue) == ["C", "A"])
    #expect(
      second[0].conversation == ConversationID(bank: World.bank, client: ClientID(2), raisedOn: world.asOf))
  }

  @Test("contact limits count conversations over all kinds")
  func limits() throws {
    var world = World()
    world.add([.offer(World.a), .offer(World.c)])
    world.policy.maximumLivePerClient = 1
    world.policy.maximumPerConversation = 1
    let first = world.decide()
    #expect(first.raise.count == 1)
    try world.apply(first)
    world.asOf = world.asOf.advanced(byDays: 1)
    #expect(world.decide().raise.isEmpty)
    world.policy.maximumLivePerClient = 2
    #expect(world.decide().raise.count == 1)
    world.policy.maximumRaisedPerClient = 1
    #expect(world.decide().raise.isEmpty)
  }

  @Test("of a product that is under-used and matures one trigger is raised, the renewal")
  func oneSubject() {
    var world = World()
    let matures = world.asOf.advanced(byDays: 20)
    world.add(holds: [World.a], [.about(World.a, .deepen), .call(.renew, about: World.a, since: matures)])
    let decisions = world.decide()
    #expect(Array(decisions.statuses) == [.alreadyOpen, .offered])
    #expect(decisions.raise.map(\.kind) == [.renew])
  }

  @Test("calls of an absent manager go to the deputy, else to the branch's queue, and come back")
  func absence() {
    let (anna, ivan, gone) = (ManagerID(1), ManagerID(2), ManagerID(3))
    func desk(_ absences: [ManagerID: DeskBook.Absence], manager: ManagerID? = ManagerID(1)) -> Desk {
      DeskBook(branches: [anna: "Riga", ivan: "Riga"], absences: absences, queues: [ClientID(1): "Liepaja"])
        .desk(of: ClientID(1), manager: manager)
    }
    #expect(desk([:]) == .manager(anna))
    #expect(desk([anna: .init(deputy: ivan)]) == .manager(ivan))
    #expect(desk([anna: .init(deputy: nil)]) == .queue(branch: "Riga"))
    #expect(desk([anna: .init(deputy: gone)]) == .queue(branch: "Riga"))
    #expect(desk([anna: .init(deputy: ivan), ivan: .init(deputy: anna)]) == .queue(branch: "Riga"))
    #expect(desk([:], manager: nil) == .queue(branch: "Liepaja"))
    #expect(desk([:], manager: gone) == .queue(branch: "Liepaja"))
    #expect(DeskBook().desk(of: ClientID(1), manager: nil) == .queue(branch: ""))
  }

  @Test("without an active manager a client belongs to its former manager's branch, else to that of most of its region")
  func queues() {
    func client(_ id: Int64, _ manager: Int64?, region: Int32) -> ClientFacts {
      ClientFacts(
        id: ClientID(id), manager: manager.map { ManagerID($0) }, region: region, industry: -1, legalForm: -1,
        openedOn: nil, closedOn: nil, annualTurnover: nil, contactAllowed: true)
    }
    let clients = [
      client(1, 1, region: 0), client(2, 2, region: 0), client(3, 2, region: 0), client(4, nil, region: 0),
      client(5, nil, region: 0), client(6, nil, region: 1), client(7, nil, region: -1),
    ]
    let snapshot = Snapshot(
      bank: Bank(id: World.bank, name: "", currency: "EUR", locale: "en"), asOf: BusinessDate(dayNumber: 9000),
      catalogue: Catalogue([]), regions: ["A", "B"], industries: [], legalForms: [], clients: clients,
      attributes: .empty, holdingStarts: [Int32](repeating: 0, count: 8), holdings: [], spells: [], monthsOfHistory: 0,
      monthlyIncome: [], monthlyOperations: [])
    let book = DeskBook(
      snapshot,
      managers: [
        ManagerID(1): .init(branch: "Riga", isActive: true), ManagerID(2): .init(branch: "Liepaja", isActive: true),
        ManagerID(3): .init(branch: "Ventspils", isActive: false),
      ], formers: [ClientID(5): ManagerID(3)], absences: [:])
    let desks = clients.map { book.desk(of: $0.id, manager: $0.manager) }
    #expect(
      desks == [
        .manager(ManagerID(1)), .manager(ManagerID(2)), .manager(ManagerID(2)), .queue(branch: "Liepaja"),
        .queue(branch: "Ventspils"), .queue(branch: ""), .queue(branch: ""),
      ])
  }

  @Test("what a manager found out moves the priority's factor, once")
  func qualification() throws {
    var world = World()
    world.add([.offer(World.a)])
    try world.apply(world.decide())
    world.existing[0].qualification = [.metrics: .yes, .champion: .no, .economicBuyer: .unknown]
    world.asOf = world.asOf.advanced(byDays: 1)
    let decisions = world.decide()
    let factor = try #require(decisions.requalify.first?.factor)
    #expect(abs(factor - 1.12 * 0.83) < 1e-12)
    try world.apply(decisions)
    #expect(world.decide().isEmpty)
  }

  @Test("conversion factors are shrunk rates over the overall rate, bounded, and 1 without experience")
  func conversion() throws {
    // 30 of 100 won. Kind: 20 of 50, shrunk by 20 at 0.3: 26 / 70 = 0.3714; over 0.3: 1.2381.
    var history = ConversionHistory()
    history.all.overall = ConversionCount(won: 30, ended: 100)
    history.all.byKind[.offer] = ConversionCount(won: 20, ended: 50)
    history.all.byManager[ManagerID(1)] = ConversionCount(won: 30, ended: 30)
    let policy = ConversionPolicy()
    let factors = history.factors(
      kind: .offer, product: ProductCode("A"), profile: 3, manager: nil, policy: policy)
    #expect(abs(factors.kind - 26.0 / 70 / 0.3) < 1e-12)
    #expect(factors.product == 1 && factors.profile == 1 && factors.manager == 1)
    #expect(factors.total == factors.kind)
    let bounded = history.factors(
      kind: .offer, product: nil, profile: nil, manager: ManagerID(1), policy: policy)
    #expect(abs(bounded.manager - 36.0 / 50 / 0.3) < 1e-12)
    #expect(bounded.total == bounded.kind * 2)
    let none = ConversionHistory().factors(
      kind: .offer, product: nil, profile: nil, manager: ManagerID(1), policy: policy)
    #expect(none.total == 1)
    var world = World()
    world.add([.offer(World.a)])
    world.conversions = history
    #expect(try #require(world.decide().raise.first).factors.conversion.total == bounded.total)
    // What they have in common leaves a list in its order; of kinds of which only answered calls count nothing is known.
    let deepens = history.factors(kind: .deepen, product: nil, profile: nil, manager: ManagerID(1), policy: policy)
    #expect(deepens.total == 1)
    #expect(
      history.factors(kind: .welcome, product: nil, profile: nil, manager: ManagerID(1), policy: policy).total == 2)
  }
}
