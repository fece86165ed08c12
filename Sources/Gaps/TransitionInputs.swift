import Banking
import Features
import Glibc

/// Everything the transition model knows at one date, from which a row of inputs is written for any (client, product).
/// Built by the same code tonight and at past origins.
struct TransitionInputs: Sendable {
  let table: FeatureTable
  let names: [AdoptionInput]
  let groups: PeerGroups
  let counts: OpeningCounts
  let ratios: OpeningRatios
  let coOwnership: CoOwnership
  let profiles: ProfileInputs?
  let quantities: [[Double]]

  static let fixed: [AdoptionInput] = [
    .profileOpenings, .penetration, .penetrationAgainstBank, .holdingsLeadTo, .recentOpeningsLeadTo, .coOwnership,
    .coOwnershipAgainstBank, .takenAgain, .monthsSinceDropped, .productCount, .openedLastMonth, .openedLastQuarter,
    .monthsSinceOpening, .tenure, .income, .size, .trend, .activity, .monthsSinceActive,
  ]

  /// The months of openings that are counted before an as-of date.
  static func months(since history: BusinessDate, asOf: BusinessDate) -> Int {
    max(1, min(12, asOf.calendarMonth.months(since: history.calendarMonth)))
  }

  static func build(
    _ table: FeatureTable, groupings: [PeerGrouping], quantityNames: [String], profiles: ProfileInputs?,
    prior: Double, threads: Int
  ) async -> TransitionInputs {
    let history = AdoptionOrigins.history(of: table.snapshot) ?? table.snapshot.asOf
    let groups = PeerGroups(table.snapshot, groupings: groupings)
    let counts = await OpeningCounts.count(
      table, groups: groups, profiles: profiles, months: months(since: history, asOf: table.snapshot.asOf),
      threads: threads)
    let unknown = [Double](repeating: .nan, count: table.clientCount)
    let quantities = quantityNames.map { name in
      if case .quantity(let values)? = table.snapshot.attributes.columns.first(where: { $0.name == name })?.values {
        return values
      }
      return unknown
    }
    return TransitionInputs(
      table: table,
      names: groupings.map { .peers($0) } + fixed + quantityNames.map { .quantity($0) },
      groups: groups, counts: counts, ratios: OpeningRatios(counts, prior: prior),
      coOwnership: CoOwnership(table), profiles: profiles, quantities: quantities)
  }

  /// Whether the client could open something: it had come and not left by the date.
  func isPresent(_ client: Int) -> Bool {
    let facts = table.snapshot.clients[client]
    return facts.closedOn == nil && facts.openedOn.map { $0 <= table.snapshot.asOf } ?? true
  }
}
