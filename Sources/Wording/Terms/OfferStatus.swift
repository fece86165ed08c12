/// Whether a recommendation became an offer, or why not. Raw values as in `xsell.recommendation.status`.
package enum OfferStatus: String, Sendable, CaseIterable {
  case offered
  /// A conversation about the product is open already.
  case alreadyOpen = "already_open"
  /// Not allowed by the product's rules, where no narrower code says which.
  case ineligible
  case notSellable = "not_sellable"
  case prerequisiteMissing = "prerequisite_missing"
  case excluded
  case contactNotAllowed = "no_contact"
  case clientLeft = "client_left"
  /// The client's stage calls for something else than an offer.
  case suppressed
  case belowThreshold = "below_threshold"
  /// Declined not long ago.
  case coolingDown = "cooling_down"
  /// The client has as many open conversations as the policy allows.
  case contactLimit = "contact_limit"
  /// The manager's list is full of better ones.
  case capacity
  case noManager = "no_manager"
  case controlGroup = "control_group"
  /// Held and used as it should be.
  case held
}
