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
  private var income: [Int64] = []
  private var operations: [Int32] = []

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
    income = Self.widened(income, from: width, to: wider, clientCount)
    operations = Self.widened(operations, from: width, to: wider, clientCount)
    width = wider
  }

  private static func widened<T: BinaryInteger>(_ table: [T], from old: Int, to new: Int, _ clients: Int) -> [T] {
    var wider = [T](repeating: 0, count: clients * new)
    guard old > 0 else { return wider }
    for client in 0..<clients {
      for back in 1...old { wider[(client + 1) * new - back] = table[(client + 1) * old - back] }
    }
    return wider
  }

  /// `count` months up to the last, client-major, oldest first: from the bank's first known month, `limit` at most.
  consuming func settled() -> (count: Int, income: [Int64], operations: [Int32]) {
    Self.narrow(&income, from: width, to: count, clientCount)
    Self.narrow(&operations, from: width, to: count, clientCount)
    return (count, income, operations)
  }

  private static func narrow<T>(_ table: inout [T], from old: Int, to new: Int, _ clients: Int) {
    guard new < old else { return }
    for client in 0..<clients {
      for place in 0..<new { table[client * new + place] = table[client * old + old - new + place] }
    }
    table.removeLast(clients * (old - new))
  }
}
