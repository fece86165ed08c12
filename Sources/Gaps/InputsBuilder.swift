import Banking
import Features

/// Builds inputs of the same layout for tonight and for every origin.
struct InputsBuilder: Sendable {
  let groupings: [PeerGrouping]
  let quantityNames: [String]
  let prior: Double
  let threads: Int

  /// - Parameter latest: decides which groupings and quantities there are.
  init(_ latest: Snapshot, prior: Double, threads: Int) {
    groupings = PeerGroups.groupings(of: latest)
    quantityNames = latest.attributes.columns.compactMap { column in
      if case .quantity = column.values { column.name } else { nil }
    }
    self.prior = prior
    self.threads = threads
  }

  func build(_ table: FeatureTable, _ profiles: ProfileInputs?) async -> TransitionInputs {
    let snapshot = table.snapshot
    let keys = PeerKeys(snapshot, groupings: groupings)
    let groups = PeerGroups(snapshot, keys: keys)
    let counts = await OpeningCounts.count(
      table, groups: groups, profiles: profiles, months: months(snapshot), threads: threads)
    let lessons = TransitionLessons(
      keys: keys, quantityNames: quantityNames, ratios: OpeningRatios(counts, prior: prior),
      coOwnership: await CoOwnership(table, threads: threads))
    return TransitionInputs(table, lessons, groups: groups, profiles: profiles)
  }

  /// The months of openings that are counted: a year, or what history there is.
  private func months(_ snapshot: Snapshot) -> Int {
    guard let history = AdoptionOrigins.history(of: snapshot) else { return 1 }
    return max(1, min(12, snapshot.asOf.calendarMonth.months(since: history.calendarMonth)))
  }
}
