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
    let groups = PeerGroups(snapshot, groupings: groupings)
    let counts = await OpeningCounts.count(
      table, groups: groups, profiles: profiles, months: months(snapshot), threads: threads)
    let unknown = [Double](repeating: .nan, count: table.clientCount)
    let quantities = quantityNames.map { name in
      if case .quantity(let values)? = snapshot.attributes.columns.first(where: { $0.name == name })?.values {
        return values
      }
      return unknown
    }
    return TransitionInputs(
      table: table,
      names: groupings.map { .peers($0) } + TransitionInputs.fixed + quantityNames.map { .quantity($0) },
      groups: groups, counts: counts, ratios: OpeningRatios(counts, prior: prior),
      coOwnership: CoOwnership(table), profiles: profiles, quantities: quantities)
  }

  /// The months of openings that are counted: a year, or what history there is.
  private func months(_ snapshot: Snapshot) -> Int {
    guard let history = AdoptionOrigins.history(of: snapshot) else { return 1 }
    return max(1, min(12, snapshot.asOf.calendarMonth.months(since: history.calendarMonth)))
  }
}
