import Banking
import Features

/// How the bank as a whole moved from month to month, so that season and missing loads are not taken for a client's own
/// rise or fall. Each client that was there throughout counts the same, whatever its size, and clients that came or
/// went do not count, so neither one large client nor the growth of the base moves it.
struct BankMovement {
  /// By month of the history, oldest first: 1 = an average month; nil = the bank has no data for the month.
  let income: [Double?]
  let operations: [Double?]
  /// False where too few clients were there throughout; then every month counts as average.
  let isKnown: Bool

  /// Below this share of an average month a month's load is missing, not low.
  private static let missing = 0.05

  init(_ snapshot: Snapshot, minimumPeers: Int) {
    let months = snapshot.monthsOfHistory
    let start = snapshot.asOf.lastCompleteMonth.advanced(by: 1 - months).firstDay
    var incomes = [Double](repeating: 0, count: months)
    var operations = incomes
    var peers = 0
    for (client, facts) in snapshot.clients.enumerated() where facts.closedOn == nil {
      if let first = snapshot.firstDay(of: client), first > start { continue }
      let range = client * months..<(client + 1) * months
      // Refunds are no season: a negative month counts as none.
      let hasIncome = Self.add(snapshot.monthlyIncome[range].map { max(0, Double($0)) }, to: &incomes)
      let hasOperations = Self.add(snapshot.monthlyOperations[range].map { Double($0) }, to: &operations)
      if hasIncome || hasOperations { peers += 1 }
    }
    isKnown = peers >= minimumPeers
    income = isKnown ? Self.relative(incomes) : Array(repeating: 1, count: months)
    self.operations = isKnown ? Self.relative(operations) : Array(repeating: 1, count: months)
  }

  /// Adds a client's months as multiples of its own average month; false where it has none.
  private static func add(_ values: [Double], to sums: inout [Double]) -> Bool {
    let average = values.reduce(0, +) / Double(values.count)
    guard average > 0 else { return false }
    for month in values.indices { sums[month] += values[month] / average }
    return true
  }

  private static func relative(_ sums: [Double]) -> [Double?] {
    let total = sums.reduce(0, +)
    guard total > 0 else { return sums.map { _ in 1 } }
    let average = total / Double(sums.count)
    return sums.map { $0 < missing * average ? nil : $0 / average }
  }
}
