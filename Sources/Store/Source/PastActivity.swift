import Banking

/// What the months up to an earlier date say: the same sums as tonight's.
struct PastActivity: Sendable {
  /// By client of the sample: its position at the date; -1 = not there yet.
  private let positions: [Int32]
  private let last: Int32
  private let months: Int
  private let clientCount: Int
  private(set) var holdings = HoldingColumn()
  /// Client-major, `months` a client up to the last.
  private var income: Snapshot.MonthlyIncome
  private var operations: Snapshot.MonthlyOperations
  private var earliest: Int32?

  init(positions: [Int32], clientCount: Int, last: Month, months: Int) {
    self.positions = positions
    self.last = last.index
    self.months = months
    income = Snapshot.MonthlyIncome(zeros: clientCount * months)
    operations = Snapshot.MonthlyOperations(zeros: clientCount * months)
    self.clientCount = clientCount
  }

  /// Adds the months of the sample, ascending by client, product and month.
  mutating func append(_ months: [SampleMonth]) {
    var first = 0
    while first < months.count {
      let (place, product) = (months[first].place, months[first].product)
      var end = first + 1
      while end < months.count, months[end].place == place, months[end].product == product { end += 1 }
      append(months[first..<end], client: Int(place), product: product)
      first = end
    }
  }

  /// Adds the months of one client of the sample and one product.
  private mutating func append(_ rows: ArraySlice<SampleMonth>, client place: Int, product: Int16) {
    let client = Int(positions[place])
    guard client >= 0, let first = rows.first, first.row.month <= last else { return }
    var holding = Holding(product: product, openAccounts: 0)
    for row in rows.lazy.map(\.row) {
      guard row.month <= last else { break }
      holding.add(row, monthsAgo: Int(last - row.month))
      addTotal(row, client)
    }
    holdings.append(client, holding)
  }

  private mutating func addTotal(_ row: ProductMonth, _ client: Int) {
    let place = months - 1 - Int(last - row.month)
    guard place >= 0 else { return }
    earliest = earliest.map { min($0, row.month) } ?? row.month
    let cell = client * months + place
    income[cell] += row.income
    operations[cell] = Int32(clamping: Int64(operations[cell]) + row.operations)
  }

  /// See `MonthTable.settled`.
  var totals: (count: Int, income: Snapshot.MonthlyIncome, operations: Snapshot.MonthlyOperations) {
    guard let earliest else { return (0, Snapshot.MonthlyIncome(), Snapshot.MonthlyOperations()) }
    let count = min(months, Int(last - earliest) + 1)
    guard count < months else { return (count, income, operations) }
    return (
      count, income.moved(from: months, to: count, clientCount), operations.moved(from: months, to: count, clientCount)
    )
  }
}
