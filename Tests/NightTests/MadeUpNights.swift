import Banking
import PostgresKit
import Store
import Triggers

/// Nights whose results are drawn, not reckoned: clients come, go and return, stages and figures change now and then.
struct MadeUpNights {
  static let bank = Bank(id: BankID("MADE"), name: "Made up", currency: "EUR", locale: "en")
  private static let stages: [String?] = ["growth", "plateau", "decline", nil]
  private static let products: [Int16] = [0, 1, 2]

  struct Night {
    let asOf: BusinessDate
    var results: [ClientResult]
    let members: Int

    var stages: [Int64: String?] { Dictionary(uniqueKeysWithValues: results.map { ($0.client.rawValue, $0.stage) }) }
  }

  private var random: SeededRandom
  private var day: Int32 = 9000
  private var clients: [Client]
  private var members = 0

  private struct Client {
    var isThere = true
    var stage: String?
    var income: Int64 = 0
  }

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    clients = (0..<25).map { _ in Client() }
    for client in clients.indices { change(client, share: 1) }
  }

  /// The next night: of a later date, of the same, or a look back.
  mutating func next() -> Night {
    switch random.below(10) {
    case 0...1: break
    case 2: day = max(9000, day - Int32(1 + random.below(3)))
    default: day += 1
    }
    for client in clients.indices { change(client, share: 0.15) }
    if random.below(3) == 0 { members += 1 }
    return Night(
      asOf: BusinessDate(dayNumber: day), results: clients.indices.filter { clients[$0].isThere }.map(result),
      members: members)
  }

  private mutating func change(_ client: Int, share: Double) {
    if random.uniform() < share { clients[client].stage = Self.stages[random.below(Self.stages.count)] }
    if random.uniform() < share { clients[client].income = Int64(random.below(3)) }
    if random.uniform() < 0.1 { clients[client].isThere.toggle() }
  }

  private func result(_ client: Int) -> ClientResult {
    let income = Money(minorUnits: clients[client].income)
    return ClientResult(
      client: ClientID(Int64(client)), number: "N\(client)", manager: client % 2 == 0 ? nil : ManagerID(7), cohort: 0,
      profile: 0, membership: 0.5, stage: clients[client].stage, stageSince: nil, previousStage: nil, rfmSegment: nil,
      tenureMonths: 3, monthlyIncome: income, typicalIncome: nil, idealIncome: income, potential: nil,
      expectedIncome: nil, isInControlGroup: false, life: nil,
      products: Self.products.prefix(client % 4).map {
        ProductResult(
          product: $0, kind: 0, status: StatusCode(.capacity), isCounted: true, profile: 0, referenceMembers: 5,
          referenceHolders: 2, penetration: 0.25, probability: 0.125,
          income: $0 == 1 ? nil : (income, income, income, income, income), drivers: [1, -2])
      })
  }
}

extension MadeUpNights.Night {
  func publish(_ connection: PostgresConnection, run: Int) async throws {
    let results = results
    let publication = Publication(
      run: "00000000-0000-8000-8000-0000000000\(10 + run)", isFull: false, bank: MadeUpNights.bank, asOf: asOf,
      horizonMonths: 3,
      basis: "transitions", incomeBasis: nil, catalogue: Catalogue([]),
      cohorts: [CohortFact(level: "bank", region: nil, industry: nil, name: "Made up", members: members)], profiles: [],
      profileProducts: [], lifeValues: [],
      survival: [SurvivalFact(cohort: 0, atRisk: [3], events: [1], survival: [0.5])],
      clientCount: results.count,
      clients: { range, maker in
        let own = Array(results[range])
        return [maker.rows(of: own.map(\.client), grounds: { Self.grounds(of: own[$0]) }, result: { own[$0] })]
      }, model: nil, lesson: nil,
      hasPreviousStages: true, triggers: nil)
    let writer = ResultWriter(connection)
    let written = try await connection.withTransaction {
      try await writer.publish(publication, at: PostgresTimestamp(microseconds: 0))
    }
    try await writer.settle(written, MadeUpNights.bank.id)
  }

  private static func grounds(of result: ClientResult) -> Int64 {
    var hash = ContentHash()
    hash.combine("\(result)")
    return hash.content
  }
}
