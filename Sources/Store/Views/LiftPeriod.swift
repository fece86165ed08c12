package import Banking

/// The time over which clients with and without triggers are compared.
package struct LiftPeriod: Hashable, Sendable {
  /// Last day before which nothing is owed to the triggers: they work from the next day on.
  package let began: BusinessDate
  package let until: BusinessDate

  /// nil where no day lies between.
  package init?(began: BusinessDate, until: BusinessDate) {
    guard began < until else { return nil }
    self.began = began
    self.until = until
  }

  package var weeks: Double { Double(until.dayNumber - began.dayNumber) / 7 }

  /// First month that lies after the beginning as a whole.
  var firstMonthAfter: Month { began.calendarMonth.advanced(by: 1) }

  /// Last month that lies before it as a whole.
  var lastMonthBefore: Month { began.lastCompleteMonth }

  /// Whole months after the beginning, and as many before it, of which income is compared; 0 = none has passed. A year
  /// at most: what was longer ago says little of now.
  package var months: Int { min(12, max(0, until.lastCompleteMonth.months(since: firstMonthAfter) + 1)) }
}
