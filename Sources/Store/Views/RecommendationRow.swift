package import Banking
import PostgresKit

/// A row of `xsell.recommendation`, with what a sentence needs of its `reason`.
package struct RecommendationRow: Sendable {
  package let rank: Int?
  package let kind: String
  package let adoptionProbability: Double
  package let typicalIncome: Money?
  package let incomeLow: Money?
  package let incomeHigh: Money?
  package let expectedIncome: Money?
  package let penetration: Double
  package let referenceMembers: Int
  package let cohortLevel: String
  package let status: String
  /// Whether it is a gap that counts in the client's potential.
  package let isCounted: Bool
  package let reason: String
  package let referenceHolders: Int
  package let horizonMonths: Int
  package let basis: String
  package let profileName: String?
  package let isPinned: Bool
  package let medianIncome: Money?
  package let statusFact: String?
  /// Name of the product the fact is about.
  package let statusProduct: String?
  package let drivers: [(input: String, raises: Bool)]

  /// Nil where the client has no recommendation of the row's product.
  init?(_ row: PostgresRow) throws {
    guard let status = try row.decode("status", as: String?.self) else { return nil }
    self.status = status
    rank = try row.decode("rank")
    kind = try row.decode("kind")
    adoptionProbability = try row.real("adoption_probability") ?? 0
    typicalIncome = try row.money("product_typical_income")
    incomeLow = try row.money("income_low")
    incomeHigh = try row.money("income_high")
    expectedIncome = try row.money("product_expected_income")
    penetration = try row.real("penetration") ?? 0
    referenceMembers = try row.decode("reference_members")
    cohortLevel = try row.decode("product_cohort_level")
    isCounted = try row.decode("counted")
    reason = try row.decode("reason")
    referenceHolders = try row.decode("reference_holders")
    horizonMonths = try row.decode("horizon_months")
    basis = try row.decode("product_basis")
    profileName = try row.decode("asked_profile")
    isPinned = try row.decode("asked_pinned", as: Bool?.self) ?? false
    medianIncome = try row.money("median_income")
    statusFact = try row.decode("status_fact")
    statusProduct = try row.decode("status_product")
    drivers = zip(
      try row.decode("drivers", as: [String].self), try row.decode("drivers_raise", as: [Bool].self)
    ).map { (input: $0, raises: $1) }
  }
}
