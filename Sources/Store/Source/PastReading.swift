import Banking

/// Hands product months to every earlier date, one client at a time.
struct PastReading {
  private let clients: [ClientID]
  private var dates: [PastActivity]
  private var client = 0
  /// The client's months with the products' positions, in the order of arrival.
  private var months: [(product: Int, row: ProductMonth)] = []
  private var firstIncomes: FirstIncomes

  /// - Parameter clients: of the sample, ascending.
  init(_ clients: [ClientID], _ tonight: Snapshot, into dates: [PastActivity]) {
    self.clients = clients
    firstIncomes = FirstIncomes(tonight)
    self.dates = dates
  }

  /// - Parameter client: position in the sample; ascends from call to call.
  mutating func append(_ row: ProductMonth, client: Int, product: Int) {
    if client != self.client { flush() }
    self.client = client
    months.append((product, row))
  }

  private mutating func flush() {
    guard !months.isEmpty else { return }
    months.sort { ($0.product, $0.row.month) < ($1.product, $1.row.month) }
    firstIncomes.append(months, of: clients[client])
    var first = 0
    while first < months.count {
      let product = months[first].product
      let end = months[first...].firstIndex { $0.product != product } ?? months.count
      let group = months[first..<end].map(\.row)
      for date in dates.indices { dates[date].append(group, client: client, product: product) }
      first = end
    }
    months.removeAll(keepingCapacity: true)
  }

  consuming func finished() -> (dates: [PastActivity], firstIncomes: [FirstIncome]) {
    flush()
    return (dates, firstIncomes.found)
  }
}
