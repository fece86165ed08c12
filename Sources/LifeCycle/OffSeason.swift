import Banking

/// Lines of business that are out of season on a date: many of their established clients have fallen against their own months
/// before, and stand where they stood a year ago. What a client does then that was not there a year ago says nothing yet.
struct OffSeason: Codable, Sendable {
  /// By industry of the snapshot; an industry beyond the end is in season.
  private let isOff: [Bool]

  /// With fewer established clients an industry is in season.
  private static let fewest = 30
  /// Clients looked at; more change no share that matters.
  private static let sample = 50_000

  init(_ view: Vantage, movement: BankMovement, settings: StageSettings) {
    let snapshot = view.snapshot
    var established = [Int](repeating: 0, count: snapshot.industries.count)
    var fallen = established
    for client in view.sample(Self.sample).clients where view.closedOn(client) == nil {
      let industry = Int(snapshot.clients[client].industry)
      guard industry >= 0 else { continue }
      let history = ActivityHistory(view, client: client)
      let falls = LevelChange.Measure.allCases.compactMap {
        LevelSeries($0, history, movement, settings).isSeasonalFall
      }
      guard !falls.isEmpty else { continue }
      established[industry] += 1
      if falls.contains(true) { fallen[industry] += 1 }
    }
    isOff = zip(established, fallen).map { $0 >= Self.fewest && $1 * 3 >= $0 }
  }

  func contains(industry: Int32) -> Bool { isOff.indices.contains(Int(industry)) && isOff[Int(industry)] }
}

extension LevelSeries {
  /// Fallen against its own months before, and not against the year before; nil where that cannot be told.
  fileprivate var isSeasonalFall: Bool? {
    guard let yearOnYear, let againstOwnMonths else { return nil }
    return againstOwnMonths.share <= -settings.declineEnter && yearOnYear.share > -settings.declineEnter
  }
}
