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
  private var income = Snapshot.MonthlyIncome()
  private var operations = Snapshot.MonthlyOperations()

  /// - Parameter limit: months that are kept; earlier ones are passed over.
  init(clientCount: Int, last: Month, limit: Int) {
    self.clientCount = clientCount
    self.last = last.index
    self.limit = limit
  }

  mutating func add(_ row: ProductMonth, client: Int) {
    let monthsAgo = Int(last - row.month)
    guard monthsAgo < limit else { return }
    count = max(count, monthsAgo + 1)
    if count > width { widen() }
    let cell = (client + 1) * width - 1 - monthsAgo
    income[cell] += row.income
    operations[cell] = Int32(clamping: Int64(operations[cell]) + row.operations)
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
