import Banking
import Cohorts
import Features
import Testing

/// A small bank written down client by client.
struct PlantedBank: CustomTestStringConvertible {
  struct Client {
    var tenureMonths: Int? = 24
    var industry: Int32 = 0
    var region: Int32 = 0
    var turnover: Double? = 1_000_000
    var isClosed = false
    /// By product: income of the last 12 months in whole units, nil = not held.
    var products: [Int64?]
  }

  var testDescription: String { "\(clients.count) clients, \(productCount) products" }

  var clients: [Client]
  var productCount: Int
  var months = 12
  var industries = ["retail"]
  var regions = ["north"]
  static let asOf = BusinessDate(year: 2024, month: 12, day: 31)!

  var snapshot: Snapshot {
    var holdings: [Holding] = []
    var starts: [Int32] = [0]
    for client in clients {
      for (product, income) in client.products.enumerated() {
        guard let income else { continue }
        let minor = months > 0 ? income * 100 : 0
        holdings.append(
          Holding(
            product: Int16(product), openAccounts: 1, activeMonths: minor > 0 ? 12 : 0, income3: minor / 4,
            income12: minor, operations3: minor > 0 ? 3 : 0, operations12: minor > 0 ? 12 : 0))
      }
      starts.append(Int32(holdings.count))
    }
    return Snapshot(
      bank: Bank(id: BankID("B"), name: "Bank", currency: "EUR", locale: "en"), asOf: Self.asOf,
      catalogue: Catalogue(
        (0..<productCount).map {
          Product(
            code: ProductCode("P\($0 / 10)\($0 % 10)"), name: "Product \($0)", family: "", incomeKind: .fee,
            sellable: true, requires: [], excludes: [])
        }), regions: regions, industries: industries, legalForms: [],
      clients: clients.enumerated().map { place, client in
        ClientFacts(
          id: ClientID(Int64(place + 1)), manager: nil, region: client.region, industry: client.industry,
          legalForm: -1, openedOn: client.tenureMonths.map { Self.asOf.advanced(byMonths: -$0) },
          closedOn: client.isClosed ? Self.asOf : nil, annualTurnover: client.turnover.flatMap { Money(estimate: $0) },
          contactAllowed: true)
      }, attributes: .empty, holdingStarts: starts, holdings: holdings, spells: [], monthsOfHistory: months,
      monthlyIncome: clients.flatMap { client in
        // In the last month alone, so that nobody was there before it came.
        (0..<months).map { $0 == months - 1 ? client.products.compactMap(\.self).reduce(0, +) * 100 : 0 }
      },
      monthlyOperations: [Int32](repeating: 0, count: clients.count * months))
  }

  var table: FeatureTable { FeatureTable(snapshot) }
}

extension PlantedBank {
  /// Three kinds of client that differ in tenure, income and products; `kinds` tells who is what.
  static func threeKinds(_ count: Int, seed: UInt64) -> (bank: PlantedBank, kinds: [Int]) {
    var random = SeededRandom(seed: seed)
    let tenure = [4, 20, 70]
    let income: [Int64] = [200, 3_000, 40_000]
    let rates = [[0.9, 0.1, 0.1, 0.5], [0.9, 0.9, 0.1, 0.5], [0.9, 0.8, 0.9, 0.5]]
    var clients: [Client] = []
    var kinds: [Int] = []
    for _ in 0..<count {
      let kind = random.below(3)
      kinds.append(kind)
      let level = 0.7 + 0.6 * random.uniform()
      let products = rates[kind].map { rate in
        random.uniform() < rate ? Int64(Double(income[kind]) * level) : nil
      }
      clients.append(
        Client(
          tenureMonths: tenure[kind] + random.below(4), industry: Int32(random.below(2)),
          turnover: Double(income[kind] * 100) * level, products: products))
    }
    return (PlantedBank(clients: clients, productCount: 4, industries: ["retail", "trade"]), kinds)
  }
}
