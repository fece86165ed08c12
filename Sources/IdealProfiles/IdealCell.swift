package import Banking

/// The ideal client of one cohort and profile with regard to one product. Everyone is sorted into profiles without
/// looking at that product (leave-one-out), so that holders and non-holders of a kind stand in the same cell.
package struct IdealCell: Hashable, Sendable {
  /// Peers of the cohort whose profile without the product is this one.
  package let memberCount: Int
  /// The upper part of them by monthly income without the product.
  package let referenceMembers: Int
  /// Reference members that hold the product.
  package let holders: Int
  /// Reference members earn the bank at least this a month without the product; nil where the bank ships no income, so
  /// that all members are reference members, or where there are no members.
  package let threshold: Money?
  /// Share of holders, leaning on the parent cohort's same profile.
  package let penetration: Double
  /// What the holders among the reference members do with the product; nil where there is none or the bank's income unknown.
  package let usage: ProductUsage?
}

/// What comparable holders earn the bank on a product, and how much they use it.
package struct ProductUsage: Hashable, Sendable {
  /// Holders the figures are made of.
  package let holders: Int
  /// Median and 80th percentile (`percentile_disc`) of monthly income.
  package let typicalIncome: Money
  package let idealIncome: Money
  /// Median operations a month.
  package let typicalOperations: Double
}

/// A product's share of holders in front of one client, with the client itself taken out everywhere.
package struct Penetration: Hashable, Sendable {
  package let value: Double
  package let referenceMembers: Int
  package let holders: Int
}

/// One profile in one cohort, whatever the product.
package struct CohortProfile: Hashable, Sendable {
  /// Peers of the cohort that belong to the profile.
  package let memberCount: Int
  /// The profile's share of the cohort, leaning on the parent cohort's (Dirichlet).
  package let share: Double
  /// Median and 80th percentile of the members' monthly income; taken from the next wider cohort where members are
  /// few, nil where no income is known.
  package let typicalIncome: Money?
  package let idealIncome: Money?
}
