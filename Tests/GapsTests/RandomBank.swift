import Banking
import Features

/// A bank made up from a seed: the same clients, accounts and dates whatever date it is looked at. Payroll (product 1)
/// is opened mostly by holders of product 0, so that there is something to learn.
struct RandomBank {
  let clients: Int
  let products: Int
  let seed: UInt64
  var firstYear = 2024
  /// The same clients numbered the other way round.
  var isReversed = false

  func table(asOf: BusinessDate) -> FeatureTable { FeatureTable(snapshot(asOf: asOf)) }

  func snapshot(asOf: BusinessDate) -> Snapshot {
    var starts: [Int32] = [0]
    var holdings: [Holding] = []
    var spells: [Spell] = []
    var facts: [ClientFacts] = []
    for id in 0..<clients {
      let client = isReversed ? clients - 1 - id : id
      var random = SeededRandom(seed: seed).stream(UInt64(client))
      let opened = day(&random)
      let region = Int32(random.below(8))
      if opened <= asOf {
        facts.append(
          ClientFacts(
            id: ClientID(Int64(id)), manager: nil, region: region, industry: 0, legalForm: -1, openedOn: opened,
            closedOn: nil, annualTurnover: nil, contactAllowed: true))
        add(&random, opened, asOf, &holdings, &spells)
        starts.append(Int32(holdings.count))
      }
    }
    return Snapshot(
      bank: Bank(id: BankID("RANDOM"), name: "Random", currency: "EUR", locale: "en"), asOf: asOf,
      catalogue: Self.catalogue(products), regions: (0..<8).map { "R\($0)" }, industries: ["trade"], legalForms: [],
      clients: facts, attributes: .empty, holdingStarts: starts, holdings: holdings, spells: spells,
      monthsOfHistory: 0, monthlyIncome: [], monthlyOperations: [])
  }

  static func catalogue(_ count: Int) -> Catalogue {
    Catalogue(
      (0..<count).map {
        Product(
          code: ProductCode("P" + String(100 + $0)), name: "", family: "", incomeKind: .fee, sellable: true,
          requires: [], excludes: [])
      })
  }

  private func day(_ random: inout SeededRandom) -> BusinessDate {
    (BusinessDate(year: firstYear, month: 1, day: 1) ?? BusinessDate(dayNumber: 0))
      .advanced(byDays: random.below(730))
  }

  private func add(
    _ random: inout SeededRandom, _ opened: BusinessDate, _ asOf: BusinessDate, _ holdings: inout [Holding],
    _ spells: inout [Spell]
  ) {
    var ownsFirst = false
    for product in 0..<products {
      let chance = product == 1 ? (ownsFirst ? 0.6 : 0.05) : 0.3
      let isTaken = random.uniform() < chance
      let start = opened.advanced(byDays: random.below(400))
      let end = random.uniform() < 0.15 ? start.advanced(byDays: 30 + random.below(200)) : nil
      guard isTaken else { continue }
      if product == 0 { ownsFirst = true }
      guard start <= asOf else { continue }
      let seen = end.flatMap { $0 <= asOf ? $0 : nil }
      let first = Int32(spells.count)
      spells.append(Spell(start: start, end: seen))
      holdings.append(Holding(product: Int16(product), openAccounts: seen == nil ? 1 : 0, spells: first..<first + 1))
    }
  }
}
