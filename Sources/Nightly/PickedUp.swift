import Banking

/// Whether clients have picked up since they were called, by their own months: what a call set out to change must show in what
/// the client does, not in what it is compared with.
struct PickedUp: Sendable {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// - Parameters:
  ///   - product: position; nil = the client as a whole.
  ///   - raisedOn: when the call was raised. Nothing can be said before a whole month has passed since.
  func callAsFunction(_ client: Int, _ product: Int?, since raisedOn: BusinessDate) -> Bool {
    let months = snapshot.lastMonth.months(since: raisedOn.calendarMonth)
    guard snapshot.hasActivity, months > 0 else { return false }
    guard let product else { return hasRegained(client, months) }
    return snapshot.holdings(of: client).first { Int($0.product) == product }.map(isUsedMore) ?? false
  }

  /// Of late more than over the year; by operations where there are any.
  private func isUsedMore(_ holding: Holding) -> Bool {
    holding.operations12 > 0
      ? Int64(holding.operations3) * 4 > Int64(holding.operations12) : holding.income3 * 4 > holding.income12
  }

  /// Half of what had been lost in the three months up to the call, against the year before them, of whichever of income and
  /// operations had fallen by a tenth at least.
  private func hasRegained(_ client: Int, _ months: Int) -> Bool {
    let all = snapshot.monthsOfHistory
    let range = client * all..<(client + 1) * all
    let measures = [
      range.map { Double(snapshot.monthlyIncome[$0]) }, range.map { Double(snapshot.monthlyOperations[$0]) },
    ]
    return measures.allSatisfy { series in
      let before = series.dropLast(months)
      let fallen = Self.mean(before.suffix(3))
      let usual = Self.mean(before.dropLast(3).suffix(12))
      guard let fallen, let usual, let now = Self.mean(series.suffix(min(months, 3))), fallen < usual * 0.9 else {
        return true
      }
      return now - fallen >= (usual - fallen) / 2
    }
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
