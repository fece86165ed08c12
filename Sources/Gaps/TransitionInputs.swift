import Banking
import Features

/// Everything the transition model knows at one date, from which a row of inputs is written for any (client, product).
/// Built by the same code tonight and at past origins.
struct TransitionInputs: Sendable {
  let table: FeatureTable
  let names: [AdoptionInput]
  let groups: PeerGroups
  let lessons: TransitionLessons
  let profiles: ProfileInputs?
  /// Client-major within each of `TransitionLessons.quantityNames`.
  let quantities: [[Double]]

  /// - Parameter lessons: of a snapshot with the same products and labels.
  init(_ table: FeatureTable, _ lessons: TransitionLessons, groups: PeerGroups? = nil, profiles: ProfileInputs?) {
    let snapshot = table.snapshot
    self.table = table
    self.lessons = lessons
    self.profiles = profiles
    self.groups = groups ?? PeerGroups(snapshot, keys: lessons.keys)
    names = lessons.keys.groupings.map { .peers($0) } + Self.fixed + lessons.quantityNames.map { .quantity($0) }
    quantities = lessons.quantityNames.map { name in
      if case .quantity(let values)? = snapshot.attributes[name] { return values }
      return [Double](repeating: .nan, count: table.clientCount)
    }
  }

  static let fixed: [AdoptionInput] = [
    .profileOpenings, .penetration, .penetrationAgainstBank, .holdingsLeadTo, .recentOpeningsLeadTo, .coOwnership,
    .coOwnershipAgainstBank, .takenAgain, .monthsSinceDropped, .productCount, .openedLastMonth, .openedLastQuarter,
    .monthsSinceOpening, .tenure, .income, .size, .trend, .activity, .monthsSinceActive,
  ]
}

/// What a bank's clients as a whole taught on one date about who opens what.
struct TransitionLessons: Codable, Sendable {
  let keys: PeerKeys
  let quantityNames: [String]
  let ratios: OpeningRatios
  let coOwnership: CoOwnership
}
