package import Banking

/// Something one client could be called about tonight. At most one a product, and at most one retain, a client.
package struct Candidate: Sendable, Hashable {
  /// Position in the catalogue; nil for retain.
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

  package init(
    product: Int16?, kind: TriggerKind, probability: Double, typicalIncome: Money?, expectedIncome: Money?,
    isGap: Bool = true
  ) {
    self.product = product
    self.kind = kind
    self.probability = probability
    self.typicalIncome = typicalIncome
    self.expectedIncome = expectedIncome
    self.isGap = isGap
  }
}
