package import Banking
package import Features

/// The bank's clients as they were known on a date: tonight, or at the end of an earlier month, with everything later
/// hidden. Nothing is copied but first days, so that the past can be asked as often as it has months.
package struct Vantage: Sendable {
  let snapshot: Snapshot
  /// Months that one charge of a product pays for.
  let billing: BillingCycles
  package let asOf: BusinessDate
  /// `asOf.lastCompleteMonth`, which every client is measured against.
  let lastMonth: Month
  /// Complete months of history that can be seen.
  package let months: Int
  /// Positions of the clients looked at, ascending.
  package let clients: [Int]
  /// By position in the snapshot; nil = unknown.
  let firstDays: [BusinessDate?]
  /// Whether it is the snapshot's own date, of which alone is known what single products brought; not of a month end, be it of
  /// the same day, that is looked at in a row with earlier ones.
  let isTonight: Bool

  /// Tonight, all clients.
  package init(_ table: FeatureTable) {
    snapshot = table.snapshot
    billing = table.billing
    asOf = snapshot.asOf
    lastMonth = snapshot.lastMonth
    months = snapshot.monthsOfHistory
    clients = Array(snapshot.clients.indices)
    firstDays = snapshot.clients.indices.map { table.snapshot.firstDay(of: $0) }
    isTonight = true
  }

  private init(_ tonight: Vantage, asOf: BusinessDate, months: Int, clients: [Int]) {
    snapshot = tonight.snapshot
    billing = tonight.billing
    self.asOf = asOf
    lastMonth = asOf.lastCompleteMonth
    self.months = months
    self.clients = clients
    firstDays = tonight.firstDays
    isTonight = false
  }

  /// The end of the month that many complete months earlier; clients that came later are not there yet.
  package func earlier(by back: Int) -> Vantage {
    let date = lastMonth.advanced(by: -back).lastDay
    return Vantage(
      self, asOf: date, months: max(0, months - back), clients: clients.filter { isThere($0, on: date) })
  }

  /// Whether the client had come by the vantage's date.
  func isThere(_ client: Int) -> Bool { isThere(client, on: asOf) }

  private func isThere(_ client: Int, on date: BusinessDate) -> Bool { firstDays[client].map { $0 <= date } ?? true }

  /// Every so manieth client, so that at most `limit` are left.
  package func sample(_ limit: Int) -> Vantage {
    guard clients.count > limit, limit > 0 else { return self }
    return Vantage(
      self, asOf: asOf, months: months, clients: (0..<limit).map { clients[$0 * clients.count / limit] })
  }

  var hasActivity: Bool { months > 0 }

  /// Nil while it had not left.
  package func closedOn(_ client: Int) -> BusinessDate? {
    snapshot.clients[client].closedOn.flatMap { $0 <= asOf ? $0 : nil }
  }

  /// By the end of the last complete month.
  package func tenureMonths(_ client: Int) -> Int? {
    firstDays[client].map { max(0, lastMonth.lastDay.wholeMonths(since: $0)) }
  }

  /// Where the client's visible months stand in the snapshot's arrays.
  func row(_ client: Int) -> Range<Int> {
    let start = client * snapshot.monthsOfHistory
    return start..<(start + months)
  }

  func isActive(at place: Int) -> Bool {
    snapshot.hasBusiness(at: place)
  }
}

extension Vantage {
  /// Complete months since the last one with operations; nil = none in the history known.
  package func monthsSinceOperation(_ client: Int) -> Int? {
    let row = row(client)
    return row.last { snapshot.monthlyOperations[$0] > 0 }.map { row.upperBound - 1 - $0 }
  }
}
