import Banking

/// Tells the months of first days quickly: all of the last forty years from a table.
struct FirstDays {
  private let latest: BusinessDate
  /// By days before `latest`: the month's index, -1 = no first day.
  private let months: [Int32]
  private static let span = 480

  init(upTo latest: Month) {
    self.latest = latest.firstDay
    let first = latest.advanced(by: -Self.span)
    var months = [Int32](repeating: -1, count: Int(latest.firstDay.dayNumber - first.firstDay.dayNumber) + 1)
    for back in 0...Self.span {
      let month = latest.advanced(by: -back)
      months[Int(latest.firstDay.dayNumber - month.firstDay.dayNumber)] = month.index
    }
    self.months = months
  }

  /// Nil where the day is not the first of a month. None after the latest is asked for.
  func month(_ dayNumber: Int32) -> Int32? {
    let back = Int(latest.dayNumber) - Int(dayNumber)
    guard back < months.count else {
      let day = BusinessDate(dayNumber: dayNumber)
      return day.day == 1 ? day.calendarMonth.index : nil
    }
    return months[back] < 0 ? nil : months[back]
  }
}
