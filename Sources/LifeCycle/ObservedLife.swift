import Banking

/// What the bank has seen of one client's life, in calendar months since the one it came in. Its life ends with its last
/// active month (with its closing where no activity is known), whether it then closed or just fell silent.
struct ObservedLife: Sendable {
  /// Months of life before the known history begins: those who ended earlier are not seen at all (delayed entry).
  let entry: Int
  /// Months of life if it has ended.
  let ended: Int
  /// How likely it has ended: 1 = closed, or silent for as long as counts as gone; between, silent for a while.
  let gone: Double
  /// Months of life that are behind it if it has not ended.
  let seen: Int

  /// Nil where its first day is unknown, or where it ended before the known history.
  /// - Parameter horizon: months of known history where the bank has no activity.
  init?(_ view: Vantage, client: Int, silence: FinalSilence, horizon: Int) {
    guard let first = view.firstDays[client] else { return nil }
    let months = view.hasActivity ? view.months : horizon
    // Months of life by the end of the last complete month.
    let age = view.lastMonth.months(since: first.calendarMonth) + 1
    entry = max(0, age - months)
    let closing = view.closedOn(client).map { max(1, $0.calendarMonth.months(since: first.calendarMonth) + 1) }
    guard view.hasActivity else {
      (seen, ended, gone) = (age, closing ?? age, closing == nil ? 0 : 1)
      guard gone < 1 || ended > entry else { return nil }
      return
    }
    // A month is known to have been the last one only by the next.
    seen = max(0, age - 1)
    let silent = view.row(client).reversed().prefix { !view.isActive(at: $0) }.count
    if silent == view.months {
      // Never seen active: too new to tell, or gone before.
      guard closing == nil, age <= Self.monthsToBegin else { return nil }
      (ended, gone) = (age, 0)
      return
    }
    ended = max(1, min(age - silent, closing ?? .max))
    gone = closing != nil ? 1 : silence.chance(months: silent)
    guard gone < 1 || ended > entry else { return nil }
  }

  /// Months that a client may take to its first operation.
  private static let monthsToBegin = 2
}
