package import Banking
package import Gaps
package import IdealProfiles
package import Potential

/// One product in front of one client, before the policy of triggers has its say.
package struct Recommendation: Sendable {
  package let product: Int
  package let kind: GapKind
  /// Chance that a missing product is opened, or a quiet one comes to life, within the horizon.
  package let probability: Float
  package let penetration: Penetration
  /// Position of the profile that was asked, with the product left out.
  package let profile: Int
  /// What closing the gap would bring a month; nil where the bank's data cannot say.
  package let estimate: IncomeEstimate?
  /// Whether it is a gap: characteristic of the client's kind, may be sold, and not the rival of a better one. Only gaps
  /// count in the client's potential, each product once.
  package let isGap: Bool

  package var expected: Money? { estimate.map { $0.expected(probability: probability) } }
}
