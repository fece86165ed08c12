package import Banking

/// What one kind of client earns over its life, and so what may be spent to win one more.
package struct LifeValueGroup: Sendable {
  package enum Dimension: String, Sendable, CaseIterable { case bank, profile, region, industry }

  package var dimension: Dimension
  /// Name of the region or industry; empty for the bank and for a profile, which `profile` tells.
  package var key: String
  /// Position of the profile.
  package var profile: Int?
  /// Clients that have not left.
  package var clients: Int
  /// What one of them brings a month on average, and what share of it the fifth that brings most brings together; nil where
  /// no income is known, or none comes in.
  package var meanMonthlyIncome: Money?
  package var topFifthShare: Double?
  /// Of a client that comes new: mean months it stays, at most as many as the policy looks ahead.
  package var expectedMonths: Double
  /// The group's mean income over a new client's life, within the horizon and discounted to its first day.
  package var lifeValue: Money?
  /// The share of it that may be spent to win such a client.
  package var acquisitionCost: Money?
}
