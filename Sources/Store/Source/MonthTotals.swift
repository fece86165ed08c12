import Banking

/// Monthly totals of clients while they stream in, then as a dense table over the months that the bank knows at all.
struct MonthTotals: Sendable {
  private var clients: [Int32] = []
  private var rows: [(month: Int32, income: Int64, operations: Int32)] = []
  private var earliest: Month?
  private(set) var content = ContentCount()

  mutating func append(client: Int, _ row: MonthRow) {
    content.add { row.combine(into: &$0) }
    clients.append(Int32(client))
    rows.append((row.month.index, row.income, Int32(clamping: row.operations)))
    earliest = earliest.map { min($0, row.month) } ?? row.month
  }

  /// `count` months up to `last`, client-major, oldest first: from the bank's first known month, `limit` at most.
  func table(clientCount: Int, last: Month, limit: Int) -> (count: Int, income: [Int64], operations: [Int32]) {
    guard let earliest else { return (0, [], []) }
    let count = min(limit, last.months(since: earliest) + 1)
    var income = [Int64](repeating: 0, count: clientCount * count)
    var operations = [Int32](repeating: 0, count: clientCount * count)
    for (client, row) in zip(clients, rows) {
      let place = count - 1 - Int(last.index - row.month)
      guard place >= 0 else { continue }
      income[Int(client) * count + place] = row.income
      operations[Int(client) * count + place] = row.operations
    }
    return (count, income, operations)
  }
}
