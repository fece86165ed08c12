import Banking

/// One client's complete months, oldest first, from the first full month it is known to be with the bank.
struct ActivityHistory {
  let income: [Double]
  let operations: [Double]
  /// The month of the last element.
  let last: Month
  /// Whether the client was with the bank before the first element.
  let startsWithin: Bool

  init(_ view: Vantage, client: Int) {
    last = view.lastMonth
    let months = Self.visible(view, client: client)
    startsWithin = months.startsWithin
    income = months.range.map { Double(view.snapshot.monthlyIncome[$0]) }
    operations = months.range.map { Double(view.snapshot.monthlyOperations[$0]) }
  }

  /// The client's own months in the snapshot's arrays. Where its first day is unknown it is taken to be there for the
  /// whole history.
  static func visible(_ view: Vantage, client: Int) -> (range: Range<Int>, startsWithin: Bool) {
    let row = view.row(client)
    guard let day = view.firstDays[client] else { return (row, false) }
    let own = view.lastMonth.wholeMonths(since: day)
    return (max(row.lowerBound, row.upperBound - own)..<row.upperBound, own < view.months)
  }

  var count: Int { income.count }

  func isActive(_ month: Int) -> Bool { operations[month] > 0 || income[month] != 0 }

  /// The calendar month of an element.
  func month(_ index: Int) -> Month { last.advanced(by: index - count + 1) }
}
