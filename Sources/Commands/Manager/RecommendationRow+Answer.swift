import Banking
import Store
import Wording

extension RecommendationRow {
  /// Whether it is on a manager's list.
  var isOffered: Bool { status == OfferStatus.offered.rawValue || status == OfferStatus.alreadyOpen.rawValue }

  var json: [(key: String, value: JSONValue)] {
    [
      ("rank", .integer(rank)), ("kind", .string(kind)), ("adoption_probability", .number(adoptionProbability)),
      ("typical_income", .money(typicalIncome)), ("income_low", .money(incomeLow)),
      ("income_high", .money(incomeHigh)), ("expected_income", .money(expectedIncome)),
      ("penetration", .number(penetration)), ("reference_members", .integer(referenceMembers)),
      ("cohort_level", .string(cohortLevel)), ("status", .string(status)), ("counted", .boolean(isCounted)),
      ("reason", .document(reason)),
    ]
  }
}

extension RecommendationFacts {
  /// Nil where nothing is recommended of the product.
  init?(_ product: ClientProduct, currency: String) {
    guard let row = product.recommendation else { return nil }
    self.init(
      productName: product.title, rank: row.rank, gap: Code(row.kind), status: Code(row.status),
      horizonMonths: row.horizonMonths, basis: Code(row.basis), currency: currency,
      referenceMembers: row.referenceMembers, referenceHolders: row.referenceHolders,
      cohortLevel: Code(row.cohortLevel))
    statusFact = row.statusFact.map { Code($0) }
    statusProduct = row.statusProduct
    probability = gap.term == .missing ? row.adoptionProbability : nil
    typical = row.typicalIncome
    low = row.incomeLow
    high = row.incomeHigh
    expected = row.expectedIncome
    penetration = row.penetration
    profileName = row.profileName
    isPinned = row.isPinned
    medianIncome = row.medianIncome
    drivers = row.drivers.map { DriverFact(Code($0.input), raises: $0.raises) }
  }
}
