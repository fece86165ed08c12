import Banking

extension Month {
  /// A day from Monday to Friday, never one of the month's last few days that the weekend shift could carry over its end.
  func workday(random: inout SeededRandom) -> BusinessDate {
    let date = firstDay.advanced(byDays: random.below(26))
    // Day 0 of the count, 2000-01-01, was a Saturday; days before it have negative remainders.
    return switch Int(date.dayNumber) % 7 {
    case 0: date.advanced(byDays: 2)
    case 1, -6: date.advanced(byDays: 1)
    default: date
    }
  }
}
