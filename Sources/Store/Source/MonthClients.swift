import Banking

/// Clients with business by month: whether each month is loaded.
struct MonthClients: Sendable, Equatable {
  /// Months without any are not there.
  private let clients: [Month: Int64]
  /// The last month that is over.
  private let last: Month

  /// Of fewer nothing can be told.
  private static let fewest: Int64 = 20

  init(_ clients: [Month: Int64], last: Month) {
    self.clients = clients.filter { $0.value > 0 }
    self.last = last
  }

  init(_ snapshot: Snapshot) {
    let months = snapshot.monthsOfHistory
    var active = [Int64](repeating: 0, count: months)
    for row in stride(from: 0, to: snapshot.monthlyIncome.count, by: max(1, months)) {
      for month in 0..<months
      where snapshot.monthlyIncome[row + month] != 0 || snapshot.monthlyOperations[row + month] > 0 {
        active[month] += 1
      }
    }
    let counts = active.enumerated().map { (snapshot.lastMonth.advanced(by: $0 - months + 1), $1) }
    self.init(Dictionary(counts) { first, _ in first }, last: snapshot.lastMonth)
  }

  var lastMonth: Int64 { clients[last] ?? 0 }

  /// In the fullest of the three months before the last, and of the last three that were published.
  func before(published: Month?) -> Int64 { max(fullest(before: last), published.map { fullest(upTo: $0) } ?? 0) }

  /// Months in which far fewer clients had business than in the fullest of the three before and of the three after, ascending; none
  /// where that is the bank's rhythm, as where it charges by the quarter.
  /// - Parameter share: of clients that suffices.
  func gaps(thinBelow share: Double) -> [Month] {
    guard let first = clients.keys.min(), first < last else { return [] }
    let between = (1..<max(1, last.months(since: first))).map { first.advanced(by: $0) }
    let gaps = between.filter { month in
      let around = min(fullest(before: month), fullest(upTo: min(last, month.advanced(by: 3)), since: month))
      return around >= Self.fewest && Double(clients[month] ?? 0) < Double(around) * share
    }
    return gaps.count * 4 <= between.count ? gaps : []
  }

  private func fullest(before month: Month) -> Int64 { fullest(upTo: month.advanced(by: -1)) }

  /// Of three months, or of those after a month.
  private func fullest(upTo final: Month, since month: Month? = nil) -> Int64 {
    let first = month?.advanced(by: 1) ?? final.advanced(by: -2)
    return (0...max(0, final.months(since: first))).map { clients[first.advanced(by: $0)] ?? 0 }.max() ?? 0
  }
}
