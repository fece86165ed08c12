/// What the program says of a profile that it has named itself; raw values stand in the name. In a name traits come first, joined
/// by commas, and the products behind a dot.
package enum ProfileTrait: String, CaseIterable, Sendable {
  case large, small
  case longStanding = "long-standing"
  case new, growing, shrinking
  /// Nothing sets the profile apart.
  case average

  package static let separator = ", "
  package static let productSeparator = " · "
}
