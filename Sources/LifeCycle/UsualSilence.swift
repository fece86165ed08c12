/// How long healthy clients of the bank pause. Where firms pay every day a silent month says something; where they buy
/// once a quarter it says nothing, and no fixed number of months suits both.
enum UsualSilence {
  /// The quantile, over the bank's clients, of each one's longest pause between two active months of its history; a
  /// client that never paused counts with 0. Clients with less than two active months show no pause and do not count.
  static func months(_ view: Vantage, quantile: Double) -> Int {
    guard view.hasActivity else { return 0 }
    var longest: [Int] = []
    for client in view.clients where view.closedOn(client) == nil {
      let own = ActivityHistory.visible(view, client: client).range
      let silences = Silences(count: own.count) { view.isActive(at: own.lowerBound + $0) }
      if silences.activeMonths >= 2 { longest.append(silences.longestPause) }
    }
    guard !longest.isEmpty else { return 0 }
    longest.sort()
    return longest[min(longest.count - 1, Int(quantile * Double(longest.count)))]
  }
}
