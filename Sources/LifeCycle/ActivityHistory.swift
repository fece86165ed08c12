import Banking

/// One client's complete months, oldest first, from the first full month it is known to be with the bank.
struct ActivityHistory {
  let income: [Double]
  let operations: [Double]
  /// The month of the last element.
  let last: Month
  /// Whether the client was with the bank before the first element.
  let startsWithin: Bool

  /// - Parameter first: the client's first day; nil = unknown, so it is taken to be there for the whole history.
  init(_ snapshot: Snapshot, client: Int, first: BusinessDate?) {
    let months = snapshot.monthsOfHistory
    let last = snapshot.asOf.lastCompleteMonth
    self.last = last
    let sinceOpening = first.map { day in
      let whole = day.calendarMonth.firstDay == day ? 1 : 0
      return max(0, last.months(since: day.calendarMonth) + whole)
    }
    let visible = min(months, sinceOpening ?? months)
    startsWithin = sinceOpening.map { $0 < months } ?? false
    let range = (client * months + months - visible)..<((client + 1) * months)
    income = snapshot.monthlyIncome[range].map { Double($0) }
    operations = snapshot.monthlyOperations[range].map { Double($0) }
  }

  var count: Int { income.count }

  func isActive(_ month: Int) -> Bool { operations[month] > 0 || income[month] != 0 }

  var activeMonths: Int { (0..<count).count { isActive($0) } }

  /// The calendar month of an element.
  func month(_ index: Int) -> Month { last.advanced(by: index - count + 1) }

  /// Runs of months without activity, oldest first.
  var silences: [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for month in 0..<count {
      if isActive(month) {
        if let first = start { runs.append(first..<month) }
        start = nil
      } else if start == nil {
        start = month
      }
    }
    if let first = start { runs.append(first..<count) }
    return runs
  }
}
