/// Whether a recommendation became an offer, or why not. Raw values as in `xsell.recommendation.status`.
package enum OfferStatus: String, Sendable, CaseIterable {
  case offered
  /// A conversation about the product is open already.
  case alreadyOpen = "already_open"
  /// The client may not be called about it.
  case ineligible
  /// A call about it makes no sense now.
  case suppressed
  case belowThreshold = "below_threshold"
  /// A conversation about it ended not long ago.
  case coolingDown = "cooling_down"
  case controlGroup = "control_group"
  /// The client has as many open conversations as the policy allows.
  case contactLimit = "contact_limit"
  /// The manager's list is full of better ones.
  case capacity
  /// Not of the view, which has no row for it: held and used as it should be.
  case held
  /// Not of the view: the product came after the last night.
  case notCompared = "not_compared"
}
