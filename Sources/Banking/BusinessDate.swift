/// A calendar date without time zone, counted in days since 2000-01-01 (PostgreSQL's own epoch, so that binary dates
/// need no conversion).
///
/// Civil-calendar arithmetic follows H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
package struct BusinessDate: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  package let dayNumber: Int32

  @inlinable
  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The date, or nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    self.init(civilYear: year, month: month, day: day)
    let back = civil
    guard back.year == year, back.month == month, back.day == day else { return nil }
  }

  /// Reads `YYYY-MM-DD` and nothing else.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(civilYear: Int, month: Int, day: Int) {
    let y = month <= 2 ? civilYear - 1 : civilYear
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468 - 10_957)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let z = Int(dayNumber) + 10_957 + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// The calendar month the date falls in.
  package var calendarMonth: Month {
    let c = civil
    return Month(year: c.year, month: c.month)
  }

  /// The last month that is over at the end of this date: its own month only on the month's last day. Figures of a
  /// month that is not over may already know the future, so nothing later than this month may influence a run.
  package var lastCompleteMonth: Month {
    let own = calendarMonth
    return own.lastDay == self ? own : own.advanced(by: -1)
  }

  package func advanced(byDays days: Int) -> BusinessDate { BusinessDate(dayNumber: dayNumber + Int32(days)) }

  /// The same day of a later (or earlier) month; the month's last day where it is shorter.
  package func advanced(byMonths months: Int) -> BusinessDate {
    let c = civil
    let target = Month(year: c.year, month: c.month).advanced(by: months)
    let first = target.firstDay
    return first.advanced(byDays: min(c.day, Int(target.lastDay.dayNumber - first.dayNumber) + 1) - 1)
  }

  /// The same day `months` earlier; a month's last day stays a month's last day, so that whole months stay whole.
  package func monthsEarlier(_ months: Int) -> BusinessDate {
    calendarMonth.lastDay == self ? calendarMonth.advanced(by: -months).lastDay : advanced(byMonths: -months)
  }

  /// Whole months from `earlier` to this date: 0 up to the day before the first monthly anniversary.
  package func wholeMonths(since earlier: BusinessDate) -> Int {
    let a = earlier.civil
    let b = civil
    let months = (b.year - a.year) * 12 + b.month - a.month
    return b.day < a.day && self != calendarMonth.lastDay ? months - 1 : months
  }

  package var description: String {
    let c = civil
    return "\(padded(c.year, 4))-\(padded(c.month, 2))-\(padded(c.day, 2))"
  }

  // All of them spelled out: dates are compared hundreds of millions of times a night, and those that the standard
  // library adds are called through a table by other modules.
  @inlinable package static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }
  @inlinable package static func <= (a: Self, b: Self) -> Bool { a.dayNumber <= b.dayNumber }
  @inlinable package static func > (a: Self, b: Self) -> Bool { a.dayNumber > b.dayNumber }
  @inlinable package static func >= (a: Self, b: Self) -> Bool { a.dayNumber >= b.dayNumber }
  @inlinable package static func == (a: Self, b: Self) -> Bool { a.dayNumber == b.dayNumber }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
