import Banking
import Features

/// How long healthy clients of the bank pause. Where firms pay every day a silent month says something; where they buy
/// once a quarter it says nothing, and no fixed number of months suits both.
enum UsualSilence {
  /// The quantile, over the bank's clients, of each one's longest pause between two active months of its history; a
  /// client that never paused counts with 0. Clients with less than two active months show no pause and do not count.
  static func months(_ table: FeatureTable, quantile: Double) -> Int {
    let snapshot = table.snapshot
    guard snapshot.hasActivity else { return 0 }
    var longest: [Int] = []
    for client in 0..<table.clientCount where table.isPeer(client) {
      let history = ActivityHistory(snapshot, client: client, first: snapshot.firstDay(of: client))
      guard history.activeMonths >= 2 else { continue }
      let pauses = history.silences.filter { $0.lowerBound > 0 && $0.upperBound < history.count }
      longest.append(pauses.map(\.count).max() ?? 0)
    }
    guard !longest.isEmpty else { return 0 }
    longest.sort()
    return longest[min(longest.count - 1, Int(quantile * Double(longest.count)))]
  }
}
