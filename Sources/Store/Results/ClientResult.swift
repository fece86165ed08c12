package import Banking

/// What a night says of one client: a row of `xsell.client_result`.
package struct ClientResult: Sendable {
  package var client: ClientID
  package var number: String
  package var manager: ManagerID?
  package var cohort: Int32
  /// Position of the profile tonight.
  package var profile: Int16
  package var membership: Float
  package var stage: String?
  /// First day of the month that the stage's reason goes back to.
  package var stageSince: BusinessDate?
  /// The stage of the night before, which this one leaned on.
  package var previousStage: String?
  package var rfmSegment: String?
  package var tenureMonths: Int32?
  package var monthlyIncome: Money?
  package var typicalIncome: Money?
  package var idealIncome: Money?
  /// Low, typical and high of all counted gaps; nil where income is unknown.
  package var potential: (low: Money, typical: Money, high: Money)?
  package var expectedIncome: Money?
  package var isInControlGroup: Bool
  /// Nil where its length of life is unknown.
  package var life: Life?
  /// What is not held, best first; then what is held but dormant or under-used.
  package var products: [ProductResult]

  package init(
    client: ClientID, number: String, manager: ManagerID?, cohort: Int32, profile: Int16, membership: Float,
    stage: String?, stageSince: BusinessDate?, previousStage: String?,
    rfmSegment: String?, tenureMonths: Int32?, monthlyIncome: Money?, typicalIncome: Money?, idealIncome: Money?,
    potential: (low: Money, typical: Money, high: Money)?, expectedIncome: Money?, isInControlGroup: Bool,
    life: Life?, products: [ProductResult]
  ) {
    self.client = client
    self.number = number
    self.manager = manager
    self.cohort = cohort
    self.profile = profile
    self.membership = membership
    self.stage = stage
    self.stageSince = stageSince
    self.previousStage = previousStage
    self.rfmSegment = rfmSegment
    self.tenureMonths = tenureMonths
    self.monthlyIncome = monthlyIncome
    self.typicalIncome = typicalIncome
    self.idealIncome = idealIncome
    self.potential = potential
    self.expectedIncome = expectedIncome
    self.isInControlGroup = isInControlGroup
    self.life = life
    self.products = products
  }
}

extension ClientResult {
  /// The life ahead of it; amounts are nil where income is unknown.
  package struct Life: Sendable {
    let expectedMonths: Float
    let value: Money?
    let low: Money?
    let high: Money?

    package init(expectedMonths: Float, value: Money?, low: Money?, high: Money?) {
      self.expectedMonths = expectedMonths
      self.value = value
      self.low = low
      self.high = high
    }
  }
}

/// One recommended product of one client.
package struct ProductResult: Sendable {
  package var product: Int16
  /// Code of `xsell.kind_name`.
  package var kind: Int16
  package var status: StatusCode
  /// Whether it is a gap that counts in the client's potential.
  package var isCounted: Bool
  /// Position of the profile that was asked, with the product left out.
  package var profile: Int16
  package var referenceMembers: Int32
  package var referenceHolders: Int32
  package var penetration: Float
  package var probability: Float
  /// nil where income is unknown.
  package var income: (low: Money, typical: Money, high: Money, mean: Money, expected: Money)?
  /// Codes of `xsell.driver_name`, negative where the input lowers the probability; three at most.
  package var drivers: [Int16]

  package init(
    product: Int16, kind: Int16, status: StatusCode, isCounted: Bool, profile: Int16, referenceMembers: Int32,
    referenceHolders: Int32, penetration: Float, probability: Float,
    income: (low: Money, typical: Money, high: Money, mean: Money, expected: Money)?, drivers: [Int16]
  ) {
    self.product = product
    self.kind = kind
    self.status = status
    self.isCounted = isCounted
    self.profile = profile
    self.referenceMembers = referenceMembers
    self.referenceHolders = referenceHolders
    self.penetration = penetration
    self.probability = probability
    self.income = income
    self.drivers = drivers
  }
}
