package import Banking

/// Builds small snapshots by hand: a client is a line, its holdings follow.
package struct TestBank {
  package var asOf: BusinessDate
  package var products: [Product]
  package var clients: [Client] = []
  package var monthsOfHistory = 12

  package struct Client {
    package var facts: ClientFacts
    package var holdings: [Holding] = []
    package var spells: [[Spell]] = []
    package var income: [Int64] = []
    package var operations: [Int32] = []
  }

  /// Products are codes without prerequisites; dates are ISO.
  package init(asOf: String, products: [String]) {
    self.asOf = date(asOf)
    self.products = products.map {
      Product(
        code: ProductCode($0), name: $0.lowercased(), family: "f", incomeKind: .fee, sellable: true, requires: [],
        excludes: [])
    }
  }

  /// A product held since `since` that brings `income` (whole units) in each of the last 12 months, of which the client did
  /// nothing in those before it came.
  package struct Use {
    let product: String
    let since: String?
    let income: Int64
    let operations: Int32
    let until: String?
    package init(
      _ product: String, since: String? = nil, until: String? = nil, income: Int64 = 0, operations: Int32 = 0
    ) {
      self.product = product
      self.since = since
      self.until = until
      self.income = income
      self.operations = operations
    }
  }

  package mutating func add(
    _ id: Int64, region: Int32 = -1, industry: Int32 = -1, openedOn: String? = nil, closedOn: String? = nil,
    turnover: Int64? = nil, manager: Int64? = 1, contactAllowed: Bool = true, uses: [Use]
  ) {
    var client = Client(
      facts: ClientFacts(
        id: ClientID(id), manager: manager.map { ManagerID($0) }, region: region, industry: industry, legalForm: -1,
        openedOn: openedOn.map(date), closedOn: closedOn.map(date),
        annualTurnover: turnover.map { Money(minorUnits: $0 * 100) }, contactAllowed: contactAllowed))
    let catalogue = Catalogue(products)
    for use in uses.sorted(by: { $0.product < $1.product }) {
      guard let product = catalogue.index(of: ProductCode(use.product)) else { continue }
      let isActive = monthsOfHistory > 0 && (use.income != 0 || use.operations != 0)
      client.holdings.append(
        Holding(
          product: Int16(product), openAccounts: use.until == nil ? 1 : 0, activeMonths: isActive ? 12 : 0,
          lastActive: isActive ? asOf.lastCompleteMonth : nil, income3: use.income * 300, income12: use.income * 1200,
          operations3: use.operations * 3, operations12: use.operations * 12))
      client.spells.append([Spell(start: use.since.map(date), end: use.until.map(date))])
    }
    let total = uses.reduce(0) { $0 + $1.income } * 100
    let operations = uses.reduce(0) { $0 + $1.operations }
    let months = client.facts.openedOn.map { max(0, asOf.lastCompleteMonth.months(since: $0.calendarMonth) + 1) }
    let before = max(0, monthsOfHistory - (months ?? monthsOfHistory))
    client.income = (0..<monthsOfHistory).map { $0 < before ? 0 : total }
    client.operations = (0..<monthsOfHistory).map { $0 < before ? 0 : operations }
    clients.append(client)
  }

  /// - Parameters: names behind the positions that `add` was given.
  package func snapshot(regions: [String] = [], industries: [String] = []) -> Snapshot {
    let sorted = clients.sorted { $0.facts.id < $1.facts.id }
    var starts: [Int32] = [0]
    var holdings: [Holding] = []
    var spells: [Spell] = []
    for client in sorted {
      for (holding, own) in zip(client.holdings, client.spells) {
        var placed = holding
        placed.spells = Int32(spells.count)..<Int32(spells.count + own.count)
        spells += own
        holdings.append(placed)
      }
      starts.append(Int32(holdings.count))
    }
    return Snapshot(
      bank: Bank(id: BankID("T"), name: "Test", currency: "EUR", locale: "en"), asOf: asOf,
      catalogue: Catalogue(products), regions: regions, industries: industries, legalForms: [],
      clients: sorted.map(\.facts), attributes: .empty, holdingStarts: starts, holdings: holdings, spells: spells,
      monthsOfHistory: monthsOfHistory, monthlyIncome: sorted.flatMap(\.income),
      monthlyOperations: sorted.flatMap(\.operations))
  }
}

/// A date that a test knows to be one.
package func date(_ iso: String) -> BusinessDate { BusinessDate(iso: iso) ?? BusinessDate(dayNumber: .min) }
