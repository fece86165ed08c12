import Banking
import Testing

@testable import DemoBank

@Suite struct WorkdayTests {
  @Test("a workday is one from Monday to Friday of its month, before and after 2000", arguments: 1990...2010)
  func weekdays(year: Int) {
    var random = SeededRandom(seed: UInt64(year))
    for number in 0..<240 {
      let month = Month(year: year, month: number % 12 + 1)
      let day = month.workday(random: &random)
      // Day 2 of the count, 2000-01-03, was a Monday.
      let weekday = ((Int(day.dayNumber) - 2) % 7 + 7) % 7
      #expect(weekday < 5 && day.calendarMonth == month, "\(day)")
    }
  }
}
