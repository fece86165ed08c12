package import Banking

/// The last month and the last quarter before a date: what a client opened in them tells of what it opens next. Unlike ages, which
/// stand still while a month lasts, they move with the day.
package struct OpeningWindows: Sendable {
  let month: BusinessDate
  let quarter: BusinessDate

  package init(upTo day: BusinessDate) {
    month = day.monthsEarlier(1)
    quarter = day.monthsEarlier(3)
  }

  /// 2 = after the start of the month, 1 = after that of the quarter, 0 = before or unknown.
  package func place(of day: BusinessDate?) -> Int64 {
    guard let day, day > quarter else { return 0 }
    return day > month ? 2 : 1
  }
}
