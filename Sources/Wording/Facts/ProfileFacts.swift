package import Banking

/// A profile of one cohort: a row of `xsell.profile` with its rows of `xsell.profile_product`.
package struct ProfileFacts: Sendable {
  package var cohortName: String
  package var cohortLevel: Code<CohortLevel>
  package var number: Int
  package var name: String
  package var isPinned: Bool
  package var members: Int
  /// A month.
  package var typicalIncome: Money?
  package var idealIncome: Money?
  /// Of a client that comes new: what it brings over its life, and what may be spent to win it.
  package var lifeValue: Money?
  package var acquisitionCost: Money?
  /// ISO 4217.
  package var currency: String
  package var products: [ProfileProductFacts]

  package init(
    cohortName: String, cohortLevel: Code<CohortLevel>, number: Int, name: String, isPinned: Bool, members: Int,
    typicalIncome: Money?, idealIncome: Money?, currency: String, products: [ProfileProductFacts]
  ) {
    self.cohortName = cohortName
    self.cohortLevel = cohortLevel
    self.number = number
    self.name = name
    self.isPinned = isPinned
    self.members = members
    self.typicalIncome = typicalIncome
    self.idealIncome = idealIncome
    self.currency = currency
    self.products = products
  }
}
