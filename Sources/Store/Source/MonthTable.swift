import Banking

/// Monthly totals of clients, to which product months are added in any order: a dense table over the months that the
/// bank knows at all.
struct MonthTable: Sendable {
  private let clientCount: Int
  private let last: Int32
  private let limit: Int
  /// Months a client has room for, the last one at the end.
  private var width = 0
  /// Months back to the earliest seen.
  private var count = 0
  /// By client: the same of its own.
  private var ownCounts: [Int16]
  private var income = Snapshot.MonthlyIncome()
  private var operations = Snapshot.MonthlyOperations()

  /// - Parameter limit: months that are kept; earlier ones are passed over.
  init(clientCount: Int, last: Month, limit: Int) {
    self.clientCount = clientCount
    self.last = last.index
    self.limit = limit
    ownCounts = Array(repeating: 0, count: clientCount)
  }

  mutating func add(_ row: ProductMonth, client: Int) {
    let monthsAgo = Int(last - row.month)
    guard monthsAgo < limit else { return }
    if monthsAgo >= ownCounts[client] {
      ownCounts[client] = Int16(monthsAgo + 1)
      count = max(count, monthsAgo + 1)
      if count > width { widen() }
    }
    let cell = (client + 1) * width - 1 - monthsAgo
    income[cell] += row.income
    operations[cell] = Int32(clamping: Int64(operations[cell]) + row.operations)
  }

  /// A client's months from its earliest to the last.
  func months(of client: Int) -> [(income: Int64, operations: Int32)] {
    let end = (client + 1) * width
    return (end - Int(ownCounts[client])..<end).map { (income[$0], operations[$0]) }
  }

  /// Gives a client that has none its months, as `months(of:)` told them.
  /// - Returns: false where they are more than are kept.
  mutating func restore(_ count: Int, of client: Int, _ month: () -> (income: Int64, operations: Int32)) -> Bool {
    guard count <= limit else { return false }
    ownCounts[client] = Int16(count)
    self.count = max(self.count, count)
    if self.count > width { widen() }
    for cell in ((client + 1) * width - count)..<((client + 1) * width) {
      (income[cell], operations[cell]) = month()
    }
    return true
  }

  /// Takes the clients' months back.
  mutating func forget(_ clients: [Int]) {
    for client in clients {
      for cell in ((client + 1) * width - Int(ownCounts[client]))..<((client + 1) * width) {
        (income[cell], operations[cell]) = (0, 0)
      }
      ownCounts[client] = 0
    }
    count = Int(ownCounts.max() ?? 0)
  }

  private mutating func widen() {
    let wider = min(limit, max(count, width * 2))
    income = income.moved(from: width, to: wider, clientCount)
    operations = operations.moved(from: width, to: wider, clientCount)
    width = wider
  }

  /// `count` months up to the last, client-major, oldest first: from the bank's first known month, `limit` at most.
  consuming func settled() -> (count: Int, income: Snapshot.MonthlyIncome, operations: Snapshot.MonthlyOperations) {
    guard count < width else { return (count, income, operations) }
    return (
      count, income.moved(from: width, to: count, clientCount), operations.moved(from: width, to: count, clientCount)
    )
  }
}

extension NarrowColumn {
  /// The latest months of a client-major table in one that has another number of months a client; those that it did not
  /// have are zero.
  func moved(from old: Int, to new: Int, _ clients: Int) -> Self {
    var moved = Self(zeros: clients * new)
    let months = Swift.min(old, new)
    for client in 0..<clients {
      for back in 0..<months { moved[(client + 1) * new - 1 - back] = self[(client + 1) * old - 1 - back] }
    }
    return moved
  }
}
