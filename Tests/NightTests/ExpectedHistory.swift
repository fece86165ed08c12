import Banking

/// What the history of stages is to be, worked out the plain way: every client is looked at every night.
struct ExpectedHistory {
  private struct Change: Hashable {
    let client: Int64
    let day: Int32
    let from: String?
    let to: String?
  }

  /// By the last night that was no look back, and its day.
  private var shown: [Int64: String?] = [:]
  private var lastDay: Int32?
  private var changes: [Change] = []

  mutating func add(_ night: MadeUpNights.Night) {
    let day = night.asOf.dayNumber
    if let lastDay, day < lastDay { return }
    let undone = changes.filter { $0.day >= day }
    changes.removeAll { $0.day >= day }
    for (client, stage) in night.stages {
      guard let before = shown[client] else { continue }
      let last = changes.filter { $0.client == client }.max { $0.day < $1.day }
      let first = undone.filter { $0.client == client }.min { $0.day < $1.day }
      let from = last.map(\.to) ?? first.map(\.from) ?? before
      if from != stage { changes.append(Change(client: client, day: day, from: from, to: stage)) }
    }
    shown = night.stages
    lastDay = day
  }

  var lines: [String] {
    changes.map { "\($0.client) \(BusinessDate(dayNumber: $0.day)) \($0.from ?? "-") \($0.to ?? "-")" }.sorted()
  }
}
