import Banking

/// A sound account of the snapshot, in 20 bytes.
struct PlacedAccount: Sendable {
  /// Position among the clients.
  let client: Int32
  /// Position in the catalogue, whose codes ascend.
  let product: Int16
  let openedOn: OptionalDay
  /// None where it was open on the as-of date.
  let closedOn: OptionalDay
  let maturesOn: OptionalDay

  /// Accounts that came in any order, ascending by client, product and opening: undated ones first, and of those opened on a
  /// day open ones last, then by maturity. A client has a few, so that they are counted out to their clients and sorted there.
  static func sorted(_ accounts: [PlacedAccount], clientCount: Int) -> [PlacedAccount] {
    var ends = [Int](repeating: 0, count: clientCount + 1)
    for account in accounts { ends[Int(account.client) + 1] += 1 }
    for client in 0..<clientCount { ends[client + 1] += ends[client] }
    var sorted = accounts
    for account in accounts {
      sorted[ends[Int(account.client)]] = account
      ends[Int(account.client)] += 1
    }
    var start = 0
    for end in ends.dropLast() {
      if end - start > 1 { sorted[start..<end].sort { $0.order < $1.order } }
      start = end
    }
    return sorted
  }

  /// Of all that is said of an account, so that equal ones are the same.
  private var order: (product: Int16, opened: Int32, closed: Int32, matures: Int32) {
    (product, openedOn.day, closedOn.date?.dayNumber ?? .max, maturesOn.day)
  }
}
