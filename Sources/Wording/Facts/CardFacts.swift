package import Banking

/// A client's card: a row of `xsell.client_card` with the names and the history around it. Nil is unknown.
package struct CardFacts: Sendable {
  package var bankName: String
  package var clientName: String
  package var clientNumber: String
  package var managerName: String?
  package var industry: String?
  package var region: String?
  package var asOf: BusinessDate
  /// ISO 4217.
  package var currency: String
  package var cohortName: String
  package var cohortLevel: Code<CohortLevel>
  package var profileName: String
  package var isPinned = false
  /// How well the client fits the profile, 0–1.
  package var membership: Double?
  package var life = StageFacts()
  /// All amounts a month.
  package var monthlyIncome: Money?
  package var typicalIncome: Money?
  package var idealIncome: Money?
  package var potential: Money?
  package var potentialLow: Money?
  package var potentialHigh: Money?
  package var expected: Money?
  /// Income of the last months, oldest first.
  package var incomeHistory: [Money] = []
  package var basis: Code<Basis>
  package var openTriggers: [TriggerFacts] = []
  /// Latest first.
  package var timeline: [TimelineFacts] = []
  /// Names of products that the client holds and uses.
  package var productsInUse: [String] = []

  package init(
    bankName: String, clientName: String, clientNumber: String, asOf: BusinessDate, currency: String,
    cohortName: String, cohortLevel: Code<CohortLevel>, profileName: String, basis: Code<Basis>
  ) {
    self.bankName = bankName
    self.clientName = clientName
    self.clientNumber = clientNumber
    self.asOf = asOf
    self.currency = currency
    self.cohortName = cohortName
    self.cohortLevel = cohortLevel
    self.profileName = profileName
    self.basis = basis
  }
}
