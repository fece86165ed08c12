import Banking

/// Takes product months, one client at a time, for what its products first brought.
struct FirstIncomeReading {
  private let clients: [ClientID]
  private var client = 0
  /// The client's months with the products' positions, in the order of arrival.
  private var months: [(product: Int, row: ProductMonth)] = []
  private var firstIncomes: FirstIncomes

  /// - Parameter clients: ascending.
  init(_ clients: [ClientID], _ tonight: Snapshot, _ billing: BillingCycles) {
    self.clients = clients
    firstIncomes = FirstIncomes(tonight, billing)
  }

  /// - Parameter client: position among the clients; ascends from call to call.
  mutating func append(_ row: ProductMonth, client: Int, product: Int) {
    if client != self.client { flush() }
    self.client = client
    months.append((product, row))
  }

  private mutating func flush() {
    guard !months.isEmpty else { return }
    months.sort { ($0.product, $0.row.month) < ($1.product, $1.row.month) }
    firstIncomes.append(months, of: clients[client])
    months.removeAll(keepingCapacity: true)
  }

  consuming func finished() -> [FirstIncome] {
    flush()
    return firstIncomes.found
  }
}
