package import Banking

/// Something one client could be called about tonight. Several may be about one subject (a product that is under-used and
/// matures): the kind that goes first is raised.
package struct Candidate: Sendable, Hashable {
  /// Position in the catalogue; nil where the client as a whole is meant.
  package var product: Int16?
  package var kind: TriggerKind
  /// See `PriorityFactors.probability`.
  package var probability: Double
  /// Income a month if it succeeds; nil = income unknown at this bank.
  package var typicalIncome: Money?
  /// Probability × typical income as published; nil = income unknown at this bank.
  package var expectedIncome: Money?
  /// Whether there is a gap worth closing; where false (a product ranked for completeness) it is never offered.
  package var isGap: Bool
  /// First day of its reason, or the day of the maturity it is about; nil = it has none, and no delay applies.
  package var since: BusinessDate?
  /// Identity of the profile that was asked.
  package var profile: Int?

  package init(
    product: Int16?, kind: TriggerKind, probability: Double, typicalIncome: Money?, expectedIncome: Money?,
    isGap: Bool = true, since: BusinessDate? = nil, profile: Int? = nil
  ) {
    self.product = product
    self.kind = kind
    self.probability = probability
    self.typicalIncome = typicalIncome
    self.expectedIncome = expectedIncome
    self.isGap = isGap
    self.since = since
    self.profile = profile
  }
}
