import Banking

/// What a reading has seen of the relations that the check leaves to it, because a night reads all of their rows anyway.
package struct ReadingTally: Sendable {
  let accounts: AccountTally
  let productMonths: ProductMonthTally
  let monthClients: MonthClients
}

/// Clients with business in the last month that is over, and in the fullest of the three before it: whether it is loaded.
struct MonthClients: Sendable, Equatable {
  let lastMonth: Int64
  let before: Int64
}

extension MonthClients {
  init(_ snapshot: Snapshot) {
    let months = snapshot.monthsOfHistory
    let counts = (1...4).map { back -> Int64 in
      guard back <= months else { return 0 }
      let cells = stride(from: months - back, to: snapshot.monthlyIncome.count, by: months)
      return Int64(cells.count { snapshot.monthlyIncome[$0] != 0 || snapshot.monthlyOperations[$0] > 0 })
    }
    self.init(lastMonth: counts[0], before: counts[1...].max() ?? 0)
  }
}

/// Accounts that broke a rule.
struct AccountTally: Sendable {
  /// By fault of `faults_account.sql`, those that are to come among them: rows that are left out.
  private(set) var faults: [String: Int64] = [:]
  /// Sound ones, opened before their client was there.
  var olderThanClient: Int64 = 0

  mutating func add(_ fault: AccountFault) { faults[fault.rawValue, default: 0] += 1 }
}
