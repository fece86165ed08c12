/// Why the night took a trigger back.
package enum WithdrawalReason: String, Sendable, CaseIterable {
  case clientLeft = "client_left"
  /// The source does not know the client any more.
  case clientUnknown = "client_unknown"
  case contactNotAllowed = "contact_not_allowed"
  /// The product may no longer be sold, or not to this client: see the recommendation's status for the fact.
  case ineligible
  /// The gap is no longer there.
  case reasonGone = "reason_gone"
  /// The client's life-cycle stage no longer calls for it.
  case stage
  /// A retain trigger silences it.
  case retain
  /// Probability or expected income fell clearly below what the policy asks for.
  case belowThreshold = "below_threshold"
  case controlGroup = "control_group"
}
