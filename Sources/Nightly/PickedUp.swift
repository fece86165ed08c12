import Banking
import Features
import Triggers

/// Whether clients have done what they were called about, by their own months: a result must show in what the client does, not
/// in what it is compared with.
struct PickedUp: Sendable {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Nothing can be said before a whole month has passed since the call was raised; what cannot be told is no.
  func callAsFunction(_ client: Int, since trigger: ExistingTrigger) -> Bool {
    let months = snapshot.lastMonth.months(since: trigger.raisedOn.calendarMonth)
    guard snapshot.hasActivity, months > 0 else { return false }
    guard let code = trigger.product else {
      return trigger.kind == .returned ? isActive(client) : hasRegained(client, months)
    }
    guard let product = snapshot.catalogue.index(of: code),
      let holding = snapshot.holdings(of: client).first(where: { Int($0.product) == product })
    else { return false }
    return trigger.kind == .activate
      ? holding.lastActive.map { $0 > trigger.raisedOn.calendarMonth } ?? false : isUsedMore(holding)
  }

  private func isActive(_ client: Int) -> Bool {
    snapshot.hasBusiness(at: (client + 1) * snapshot.monthsOfHistory - 1)
  }

  /// Of late more than over the year, or the months of it that the product was held; by operations where there are any.
  private func isUsedMore(_ holding: Holding) -> Bool {
    let held = snapshot.heldMonths(holding, ofLast: 12)
    guard held > 3 else { return false }
    return holding.operations12 > 0
      ? Int64(holding.operations3) * Int64(held) > Int64(holding.operations12) * 3
      : holding.income3 * Int64(held) > holding.income12 * 3
  }

  /// Half of what had been lost in the three months up to the call, against the year before them, of whichever of income and
  /// operations had fallen by a tenth at least; one of them must have.
  private func hasRegained(_ client: Int, _ months: Int) -> Bool {
    let range = ownMonths(of: client)
    let regained = [
      regains(range.map { Double(snapshot.monthlyIncome[$0]) }, months),
      regains(range.map { Double(snapshot.monthlyOperations[$0]) }, months),
    ].compactMap(\.self)
    return !regained.isEmpty && regained.allSatisfy(\.self)
  }

  /// In the snapshot's arrays, those of the history that the client was there for: before it came it brought nothing.
  private func ownMonths(of client: Int) -> Range<Int> {
    let all = snapshot.monthsOfHistory
    let own = snapshot.firstDay(of: client).map { min(all, snapshot.lastMonth.wholeMonths(since: $0)) } ?? all
    return (client + 1) * all - own..<(client + 1) * all
  }

  /// Nil where it had not fallen, or nobody knows.
  private func regains(_ series: [Double], _ months: Int) -> Bool? {
    let before = series.dropLast(months)
    guard let fallen = Self.mean(before.suffix(3)), let usual = Self.mean(before.dropLast(3).suffix(12)),
      let now = Self.mean(series.suffix(min(months, 3))), fallen < usual * 0.9
    else { return nil }
    return now - fallen >= (usual - fallen) / 2
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
