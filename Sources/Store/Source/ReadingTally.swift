package import Banking

/// What a reading has seen of the relations that the check leaves to it, because a night reads all of their rows anyway.
package struct ReadingTally: Sendable {
  let accounts: AccountTally
  let productMonths: ProductMonthTally
  let monthClients: MonthClients
  let feeds: ProductFeeds

  /// Clients with business in each of the last three months that are over, oldest first.
  package var latestMonths: [(month: Month, clients: Int64)] { monthClients.latest }

  /// Products of which too many of the regular clients have no business in the last month.
  /// - Parameter share: of them that suffices.
  package func missingFeeds(thinBelow share: Double) -> [ProductCode] { feeds.missing(thinBelow: share) }
}

/// Accounts that broke a rule.
struct AccountTally: Sendable {
  /// By fault of `faults_account.sql`, those that are to come among them: rows that are left out.
  private(set) var faults: [String: Int64] = [:]
  /// See `OpeningsAtOnce.keys`.
  var openingsAtOnce: [String] = []
  /// Sound ones, opened before their client was there.
  var olderThanClient: Int64 = 0

  mutating func add(_ fault: AccountFault) { faults[fault.rawValue, default: 0] += 1 }
}
