import Banking
import Features

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
}
