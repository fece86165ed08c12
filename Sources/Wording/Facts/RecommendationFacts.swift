package import Banking

/// One product for one client: a row of `xsell.recommendation` with the names a sentence needs.
package struct RecommendationFacts: Sendable {
  /// An input that moved the probability, and which way.
  package struct DriverFact: Sendable {
    package let driver: Code<Driver>
    package let raises: Bool

    package init(_ driver: Code<Driver>, raises: Bool) {
      self.driver = driver
      self.raises = raises
    }
  }

  package var productName: String
  /// 1 = best of what the client does not hold; nil for what it holds.
  package var rank: Int?
  package var gap: Code<Gap>
  package var status: Code<OfferStatus>
  /// What the status rests on; nil where it says it all.
  package var statusFact: Code<StatusFact>?
  /// The product the fact is about: the missing prerequisite, the excluding product.
  package var statusProduct: String?
  /// The stage at which nothing is offered, where that is the fact.
  package var suppressingStage: Stage? { statusFact.flatMap { Stage(rawValue: $0.rawValue) } }
  /// Chance of opening within `horizonMonths`; nil where the client holds it.
  package var probability: Double?
  package var horizonMonths: Int
  package var basis: Code<Basis>
  /// Extra income a month: median, low and high of comparable holders; nil where income is unknown.
  package var typical: Money?
  package var low: Money?
  package var high: Money?
  /// Probability × typical.
  package var expected: Money?
  /// ISO 4217.
  package var currency: String
  package var penetration: Double?
  package var referenceMembers: Int
  package var referenceHolders: Int
  /// The profile in which the question was asked, with this product left out.
  package var profileName: String?
  package var isPinned = false
  package var cohortLevel: Code<CohortLevel>
  /// What the product earns the bank a month from the reference members that hold it.
  package var medianIncome: Money?
  package var drivers: [DriverFact] = []

  package init(
    productName: String, rank: Int?, gap: Code<Gap>, status: Code<OfferStatus>, horizonMonths: Int,
    basis: Code<Basis>, currency: String, referenceMembers: Int, referenceHolders: Int,
    cohortLevel: Code<CohortLevel>
  ) {
    self.productName = productName
    self.rank = rank
    self.gap = gap
    self.status = status
    self.horizonMonths = horizonMonths
    self.basis = basis
    self.currency = currency
    self.referenceMembers = referenceMembers
    self.referenceHolders = referenceHolders
    self.cohortLevel = cohortLevel
  }
}
