package import Banking

/// The past dates that the adoption model learns from.
package enum AdoptionOrigins {
  /// Up to `count` dates one month apart whose whole horizon has passed, the latest first at as-of − horizon; and before
  /// them the dates in between, whose horizon has passed in part only: they show what the market did last month, which
  /// is what a seasonal market asks for. Every date has at least one month of openings behind it.
  ///
  /// - Parameter history: the first opening date known; nil = none, and no origin.
  /// - Returns: as-of dates, latest first.
  package static func choose(
    history: BusinessDate?, asOf: BusinessDate, horizon: Int, count: Int = 6
  ) -> [BusinessDate] {
    guard let history, horizon > 0 else { return [] }
    return (1..<horizon + count).map { monthsBefore(asOf, $0) }.filter { $0 >= monthsBefore(history, -1) }
  }

  /// The first opening date that the snapshot knows.
  package static func history(of snapshot: Snapshot) -> BusinessDate? {
    snapshot.spells.lazy.compactMap(\.start).min()
  }

  /// The same day `months` earlier; a month's last day stays a month's last day, so that whole months stay whole.
  package static func monthsBefore(_ date: BusinessDate, _ months: Int) -> BusinessDate {
    let month = date.calendarMonth
    return month.lastDay == date ? month.advanced(by: -months).lastDay : date.advanced(byMonths: -months)
  }
}
