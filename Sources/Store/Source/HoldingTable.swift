import Banking

/// Holdings as accounts tell them, to which product months are added in any order; used products without an account
/// get holdings of their own.
struct HoldingTable: Sendable {
  private var starts: [Int32]
  private var holdings: Holdings
  private let last: Int32
  /// Products without an account: by client the place of its latest in `unaccounted`, whose `next` is the one before;
  /// -1 = none. Empty until there is one.
  private var heads: [Int32] = []
  private var unaccounted: [(holding: Holding, next: Int32)] = []

  init(_ accounts: consuming HoldingColumn, clientCount: Int, last: Month) {
    (starts, holdings) = accounts.byClient(clientCount)
    self.last = last.index
  }

  mutating func add(_ row: ProductMonth, client: Int, product: Int) {
    let monthsAgo = Int(last - row.month)
    for place in Int(starts[client])..<Int(starts[client + 1]) where holdings[place].product == Int16(product) {
      return holdings[place].add(row, monthsAgo: monthsAgo)
    }
    if heads.isEmpty { heads = [Int32](repeating: -1, count: starts.count - 1) }
    var place = Int(heads[client])
    while place >= 0, unaccounted[place].holding.product != Int16(product) { place = Int(unaccounted[place].next) }
    if place < 0 {
      place = unaccounted.count
      unaccounted.append((Holding(product: Int16(product), isHeld: false), heads[client]))
      heads[client] = Int32(place)
    }
    unaccounted[place].holding.add(row, monthsAgo: monthsAgo)
  }

  /// Ascending by client and product; see `Snapshot.holdingStarts`.
  consuming func settled() -> (starts: [Int32], all: Holdings) {
    guard !unaccounted.isEmpty else { return (starts, holdings) }
    // From the last client down, so that all find their places in the table itself.
    holdings.reserveCapacity(holdings.count + unaccounted.count)
    for more in unaccounted { holdings.append(more.holding) }
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
  /// Counts one more month.
  mutating func add(_ row: ProductMonth, monthsAgo: Int) {
    let isActive = row.income != 0 || row.operations > 0
    if isActive { lastActive = max(lastActive ?? Month(index: row.month), Month(index: row.month)) }
    guard monthsAgo < 12 else { return }
    income12 += row.income
    operations12 = Int32(clamping: Int64(operations12) + row.operations)
    if isActive { activeMonths += 1 }
    guard monthsAgo < 3 else { return }
    income3 += row.income
    operations3 = Int32(clamping: Int64(operations3) + row.operations)
  }
}
