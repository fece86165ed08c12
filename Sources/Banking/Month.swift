/// A calendar month, counted from year 0 so that differences are plain subtraction.
package struct Month: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// `year * 12 + month - 1`.
  package let index: Int32

  @inlinable
  package init(index: Int32) { self.index = index }
  package init(year: Int, month: Int) { index = Int32(year * 12 + month - 1) }

  package var year: Int { Int(index) / 12 }
  package var month: Int { Int(index) % 12 + 1 }

  package var firstDay: BusinessDate { BusinessDate(year: year, month: month, day: 1) ?? BusinessDate(dayNumber: 0) }
  package var lastDay: BusinessDate { advanced(by: 1).firstDay.advanced(byDays: -1) }

  package func advanced(by months: Int) -> Month { Month(index: index + Int32(months)) }

  /// Months from `earlier` to this one.
  @inlinable
  package func months(since earlier: Month) -> Int { Int(index - earlier.index) }

  /// Whole calendar months from the day to the end of this month; the month that it begins counts.
  package func wholeMonths(since day: BusinessDate) -> Int {
    let first = day.calendarMonth
    return max(0, months(since: first) + (first.firstDay == day ? 1 : 0))
  }

  package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }

  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}
