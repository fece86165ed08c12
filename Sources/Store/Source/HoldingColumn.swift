import Banking

/// Holdings in ascending (client, product) order while they stream in.
struct HoldingColumn: Sendable {
  private var clients: [Int32] = []
  private var holdings = Holdings()

  var last: (client: Int, holding: Holding)? {
    guard let client = clients.last, let holding = holdings.last else { return nil }
    return (Int(client), holding)
  }

  mutating func append(_ client: Int, _ holding: Holding) {
    clients.append(Int32(client))
    holdings.append(holding)
  }

  mutating func updateLast(_ change: (inout Holding) -> Void) { change(&holdings[holdings.count - 1]) }

  /// The holdings with `Snapshot.holdingStarts`.
  consuming func byClient(_ clientCount: Int) -> (starts: [Int32], holdings: Holdings) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(clientCount + 1)
    var place = 0
    for client in 0..<Int32(clientCount) {
      while place < clients.count, clients[place] == client { place += 1 }
      starts.append(Int32(place))
    }
    return (starts, holdings)
  }

  /// What accounts say (held, since when) and what months say (income, activity), side by side.
  static func joined(
    _ accounts: HoldingColumn, _ activity: HoldingColumn, clientCount: Int
  ) -> (starts: [Int32], holdings: Holdings) {
    var starts: [Int32] = []
    starts.reserveCapacity(clientCount + 1)
    var joined = Holdings()
    joined.reserveCapacity(max(accounts.holdings.count, activity.holdings.count))
    var a = 0
    var m = 0
    for client in 0..<Int32(clientCount) {
      starts.append(Int32(joined.count))
      while true {
        let account = accounts.holding(at: a, of: client)
        let month = activity.holding(at: m, of: client)
        guard account != nil || month != nil else { break }
        if let account, let month, account.product == month.product {
          joined.append(account.with(activity: month))
          (a, m) = (a + 1, m + 1)
        } else if let account, account.product < month?.product ?? .max {
          joined.append(account)
          a += 1
        } else if let month {
          joined.append(month)
          m += 1
        }
      }
    }
    starts.append(Int32(joined.count))
    return (starts, joined)
  }

  private func holding(at index: Int, of client: Int32) -> Holding? {
    index < clients.count && clients[index] == client ? holdings[index] : nil
  }
}

extension Holding {
  /// What accounts say, with what months say.
  func with(activity month: Holding) -> Holding {
    var both = month
    both.openAccounts = openAccounts
    both.spells = spells
    both.maturesOn = maturesOn
    both.maturingAccounts = maturingAccounts
    return both
  }
}
