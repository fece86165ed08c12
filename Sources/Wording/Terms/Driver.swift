/// An input of the adoption probability, as `reason.drivers[].input` of `xsell.recommendation` names it.
package enum Driver: String, Sendable, CaseIterable {
  /// Share of the profile's reference members that hold the product.
  case penetration
  /// How often clients of the same profile opened it of late.
  case openingRate = "opening_rate"
  /// How much the products the client holds raise or lower it.
  case companions
  /// How fast the product has been selling in the whole bank of late.
  case pace
  case heldBefore = "held_before"
  /// What the client opened of late.
  case recentOpenings = "recent_openings"
  case productsHeld = "products_held"
  /// Its stage is in no model's inputs now; published rows may name it.
  case stage
  case tenure, income, trend, activity
  case turnover
  case region, industry
  case legalForm = "legal_form"
  /// Further facts the bank knows.
  case attributes
}
