import Banking
import Features

/// A client's recency, frequency and money.
struct RFMScore {
  /// Complete months since the last one with income or operations; 0 = the last complete month.
  let monthsSinceLast: Int
  /// Share of active months among the last 12 the client could be seen in.
  let activeShare: Double
  /// Minor units a month over the same months.
  let income: Double

  /// nil = never seen active.
  init?(_ table: FeatureTable, client: Int) {
    let snapshot = table.snapshot
    let last = snapshot.holdings(of: client).compactMap(\.lastActive).max()
    let observed = table.figures[client].observed12
    guard let last, observed > 0 else { return nil }
    monthsSinceLast = max(0, snapshot.lastMonth.months(since: last))
    let months = snapshot.monthsOfHistory
    let range = ((client + 1) * months - observed)..<((client + 1) * months)
    let active = range.count { snapshot.hasBusiness(at: $0) }
    activeShare = Double(active) / Double(observed)
    income = Double(table.figures[client].income12) / Double(observed)
  }
}
