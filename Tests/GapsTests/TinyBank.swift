import Banking
import Features

/// A snapshot written out by hand: each client's spells by product.
enum TinyBank {
  static func date(_ text: String) -> BusinessDate { BusinessDate(iso: text) ?? BusinessDate(dayNumber: 0) }

  /// - Parameter clients: by client, (product, start, end); nil start = undated, nil end = still held.
  static func table(
    products: Int, asOf: String, clients: [[(product: Int, start: String?, end: String?)]], opened: String? = nil
  ) -> FeatureTable {
    var starts: [Int32] = [0]
    var holdings: [Holding] = []
    var spells: [Spell] = []
    for client in clients {
      for product in Set(client.map(\.product)).sorted() {
        let first = Int32(spells.count)
        let own = client.filter { $0.product == product }
        spells += own.map { Spell(start: $0.start.map(date), end: $0.end.map(date)) }
        let isHeld = own.contains { ($0.start.map(date) ?? date(asOf)) <= date(asOf) && $0.end == nil }
        holdings.append(
          Holding(product: Int16(product), openAccounts: isHeld ? 1 : 0, spells: first..<Int32(spells.count)))
      }
      starts.append(Int32(holdings.count))
    }
    let facts = clients.indices.map {
      ClientFacts(
        id: ClientID(Int64($0 + 1)), manager: nil, region: -1, industry: -1, legalForm: -1,
        openedOn: opened.map(date), closedOn: nil, annualTurnover: nil, contactAllowed: true)
    }
    return FeatureTable(
      Snapshot(
        bank: Bank(id: BankID("TINY"), name: "Tiny", currency: "EUR", locale: "en"), asOf: date(asOf),
        catalogue: RandomBank.catalogue(products), regions: [], industries: [], legalForms: [], clients: facts,
        attributes: .empty, holdingStarts: starts, holdings: holdings, spells: spells, monthsOfHistory: 0,
        monthlyIncome: [], monthlyOperations: []))
  }
}
