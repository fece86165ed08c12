import Banking

/// Holdings as accounts tell them, to which product months are added in any order; used products without an account
/// get holdings of their own.
struct HoldingTable: Sendable {
  private var starts: [Int32]
  private var holdings: Holdings
  /// By holding: whether any month of it came.
  private var hasMonths: [Bool]
  private let last: Int32
  /// Products without an account: by client the place of its latest in `unaccounted`, whose `next` is the one before;
  /// -1 = none. Empty until there is one.
  private var heads: [Int32] = []
  private var unaccounted: [(holding: Holding, next: Int32)] = []
  /// Of those, how many are of no client any more.
  private var forgotten = 0

  init(_ accounts: consuming HoldingColumn, clientCount: Int, last: Month) {
    (starts, holdings) = accounts.byClient(clientCount)
    hasMonths = Array(repeating: false, count: holdings.count)
    self.last = last.index
  }

  mutating func add(_ row: ProductMonth, client: Int, product: Int) {
    let monthsAgo = Int(last - row.month)
    change(client, Int16(product)) { $0.add(row, monthsAgo: monthsAgo) }
  }

  @inline(__always)
  private mutating func change(_ client: Int, _ product: Int16, _ change: (inout Holding) -> Void) {
    for place in Int(starts[client])..<Int(starts[client + 1]) where holdings[place].product == product {
      hasMonths[place] = true
      return change(&holdings[place])
    }
    if heads.isEmpty { heads = [Int32](repeating: -1, count: starts.count - 1) }
    var place = Int(heads[client])
    while place >= 0, unaccounted[place].holding.product != product { place = Int(unaccounted[place].next) }
    if place < 0 {
      place = unaccounted.count
      unaccounted.append((Holding(product: product, openAccounts: 0), heads[client]))
      heads[client] = Int32(place)
    }
    change(&unaccounted[place].holding)
  }

  /// A client's products that had months, and what came of them; what accounts tell is of no account.
  func activity(of client: Int) -> [Holding] {
    var own = (Int(starts[client])..<Int(starts[client + 1])).filter { hasMonths[$0] }.map { holdings[$0] }
    var place = heads.isEmpty ? -1 : Int(heads[client])
    while place >= 0 {
      own.append(unaccounted[place].holding)
      place = Int(unaccounted[place].next)
    }
    return own
  }

  /// Gives a client's product its activity, as `activity(of:)` told it.
  mutating func restore(_ activity: Holding, of client: Int) {
    change(client, activity.product) { $0 = $0.with(activity: activity) }
  }

  /// Takes a client's activity back.
  mutating func forget(_ client: Int) {
    for place in Int(starts[client])..<Int(starts[client + 1]) where hasMonths[place] {
      hasMonths[place] = false
      holdings[place] = holdings[place].with(activity: Holding(product: holdings[place].product, openAccounts: 0))
    }
    guard !heads.isEmpty else { return }
    while heads[client] >= 0 {
      heads[client] = unaccounted[Int(heads[client])].next
      forgotten += 1
    }
  }

  /// Ascending by client and product; see `Snapshot.holdingStarts`.
  consuming func settled() -> (starts: [Int32], all: Holdings) {
    guard unaccounted.count > forgotten else { return (starts, holdings) }
    // From the last client down, so that all find their places in the table itself.
    holdings.reserveCapacity(holdings.count + unaccounted.count - forgotten)
    for more in unaccounted.dropFirst(forgotten) { holdings.append(more.holding) }
    var end = holdings.count
    for client in heads.indices.reversed() {
      var own = Array(holdings[Int(starts[client])..<Int(starts[client + 1])])
      var place = Int(heads[client])
      while place >= 0 {
        own.append(unaccounted[place].holding)
        place = Int(unaccounted[place].next)
      }
      own.sort { $0.product < $1.product }
      starts[client + 1] = Int32(end)
      end -= own.count
      for (offset, holding) in own.enumerated() { holdings[end + offset] = holding }
    }
    return (starts, holdings)
  }
}

extension Holding {
  /// The months back to that of `incomeYearAgo`.
  private static let yearAgo = 13

  /// Counts one more month.
  mutating func add(_ row: ProductMonth, monthsAgo: Int) {
    let isActive = row.income != 0 || row.operations > 0
    if isActive { lastActive = max(lastActive ?? Month(index: row.month), Month(index: row.month)) }
    if monthsAgo == Self.yearAgo { incomeYearAgo += row.income }
    guard monthsAgo < 12 else { return }
    income12 += row.income
    operations12 = Int32(clamping: Int64(operations12) + row.operations)
    if isActive { activeMonths += 1 }
    guard monthsAgo < 3 else { return }
    income3 += row.income
    operations3 = Int32(clamping: Int64(operations3) + row.operations)
  }
}
