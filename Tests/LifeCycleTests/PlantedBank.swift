import Banking
import Cohorts
import Features

@testable import LifeCycle

/// A bank as of a month's end, 2024-12-31, whose clients are given by their months (oldest first, the last is 2024-12).
struct PlantedBank {
  struct Client {
    var opened: BusinessDate? = BusinessDate(year: 2015, month: 1, day: 15)
    var closed: BusinessDate?
    /// Whole units of currency a month.
    var income: [Int]
    var operations: [Int]
    var spells: [Spell] = []
    /// Position of its industry, -1 = unknown.
    var industry: Int32 = -1
  }

  var clients: [Client] = []
  static let asOf = BusinessDate(dayNumber: 9131)

  /// Adds a client; operations are a tenth of income unless given.
  @discardableResult
  mutating func add(
    opened: BusinessDate? = BusinessDate(year: 2015, month: 1, day: 15), closed: BusinessDate? = nil,
    operations: [Int]? = nil, spells: [Spell] = [], industry: Int32 = -1, _ income: [Int]
  ) -> Int {
    clients.append(
      Client(
        opened: opened, closed: closed, income: income, operations: operations ?? income.map { $0 / 10 },
        spells: spells, industry: industry))
    return clients.count - 1
  }

  var table: FeatureTable {
    let months = clients.map(\.income.count).max() ?? 0
    let industries = Int(clients.map(\.industry).max() ?? -1) + 1
    var spells: [Spell] = []
    let holdings = clients.map { client in
      let first = Int32(spells.count)
      spells += client.spells.isEmpty ? [Spell(start: client.opened, end: client.closed)] : client.spells
      return Self.holding(client, spells: first..<Int32(spells.count))
    }
    let facts = clients.enumerated().map { index, client in
      ClientFacts(
        id: ClientID(Int64(index + 1)), manager: nil, region: -1, industry: client.industry, legalForm: -1,
        openedOn: client.opened, closedOn: client.closed, annualTurnover: nil, contactAllowed: true)
    }
    let product = Product(
      code: ProductCode("A"), name: "A", family: "", incomeKind: .fee, sellable: true, requires: [], excludes: [])
    return FeatureTable(
      Snapshot(
        bank: Bank(id: BankID("TEST"), name: "", currency: "EUR", locale: "en"), asOf: Self.asOf,
        catalogue: Catalogue([product]), regions: [], industries: (0..<max(0, industries)).map { "industry \($0)" },
        legalForms: [], clients: facts,
        attributes: .empty, holdingStarts: (0...Int32(clients.count)).map { $0 }, holdings: holdings, spells: spells,
        monthsOfHistory: months,
        monthlyIncome: clients.flatMap { client in
          Array(repeating: 0, count: months - client.income.count) + client.income.map { Int64($0) * 100 }
        },
        monthlyOperations: clients.flatMap { client in
          Array(repeating: 0, count: months - client.operations.count) + client.operations.map { Int32($0) }
        }))
  }

  var cohorts: Cohorts { Cohorts(table, minimumMembers: 30) }

  var segments: [RFMSegment?] { LifeCycle.segments(table, cohorts, cuts: LifeCycle.cuts(table, cohorts)) }

  private static func holding(_ client: Client, spells: Range<Int32>) -> Holding {
    let last = client.income.indices.last { client.income[$0] != 0 || client.operations[$0] > 0 }
    return Holding(
      product: 0, openAccounts: client.closed == nil ? 1 : 0, spells: spells,
      lastActive: last.map { asOf.lastCompleteMonth.advanced(by: $0 - client.income.count + 1) },
      income3: client.income.suffix(3).reduce(0) { $0 + Int64($1) * 100 },
      income12: client.income.suffix(12).reduce(0) { $0 + Int64($1) * 100 },
      operations3: client.operations.suffix(3).reduce(0) { $0 + Int32($1) },
      operations12: client.operations.suffix(12).reduce(0) { $0 + Int32($1) })
  }

  /// The only client's assessment, given its stage of the night before.
  static func assess(
    opened: BusinessDate? = BusinessDate(year: 2015, month: 1, day: 15), closed: BusinessDate? = nil,
    operations: [Int]? = nil, spells: [Spell] = [], previous: Stage? = nil, _ income: [Int]
  ) -> StageAssessment? {
    var bank = PlantedBank()
    bank.add(opened: opened, closed: closed, operations: operations, spells: spells, income)
    return LifeCycle.stages(bank.table, previous: previous.map { [ClientID(1): $0] } ?? [:])[0]
  }
}

/// `count` months of one value.
func flat(_ value: Int, _ count: Int) -> [Int] { Array(repeating: value, count: count) }
