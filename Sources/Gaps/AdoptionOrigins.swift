package import Banking

/// The past dates that the adoption model learns from.
package enum AdoptionOrigins {
  /// The last one or two months' ends, where they fall within the horizon: what followed is seen in part only, but it
  /// is the latest there is. Then up to `count` dates one month apart whose whole horizon has passed, the first at
  /// as-of − horizon. Every date has at least one month of openings behind it.
  ///
  /// - Parameter history: the first day of which it is known what was held; nil = none, and no origin.
  /// - Returns: as-of dates, latest first.
  package static func choose(
    history: BusinessDate?, asOf: BusinessDate, horizon: Int, count: Int = 6
  ) -> [BusinessDate] {
    guard let history, horizon > 0 else { return [] }
    let partial = Array(1..<min(horizon, 3))
    return (partial + Array(horizon..<horizon + count)).map { asOf.monthsEarlier($0) }.filter {
      $0 >= history.monthsEarlier(-1)
    }
  }

  /// The first opening date that the snapshot knows; where most of what is held was moved, the day by which it was: what was held
  /// before nobody knows.
  package static func history(of snapshot: Snapshot) -> BusinessDate? {
    let held = snapshot.spells.lazy.filter { $0.end == nil }
    let half = held.count / 2
    let moved = held.filter { !$0.isChosen }.compactMap(\.start)
    return moved.count > half ? moved.sorted()[half] : snapshot.spells.lazy.compactMap(\.start).min()
  }
}
