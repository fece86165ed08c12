package import Banking
import PostgresKit

/// A row of `xsell.client_card`. Nil is unknown.
package struct ClientCardRow: Sendable {
  package let asOf: BusinessDate
  package let runID: String
  package let basis: String
  package let cohort: String
  package let cohortLevel: String
  package let profileID: Int
  package let profileName: String
  package let isPinned: Bool
  package let membership: Double
  package let stage: String?
  package let stageSince: BusinessDate?
  package let rfmSegment: String?
  package let tenureMonths: Int?
  package let monthlyIncome: Money?
  package let typicalIncome: Money?
  package let idealIncome: Money?
  package let potentialIncome: Money?
  package let potentialLow: Money?
  package let potentialHigh: Money?
  package let expectedIncome: Money?
  package let isInControlGroup: Bool
  package let expectedMonths: Double?
  package let lifeValue: Money?
  package let lifeLow: Money?
  package let lifeHigh: Money?

  /// Nil where the client is not in the last publication.
  init?(_ row: PostgresRow) throws {
    guard try row.decode("has_card", as: Bool.self) else { return nil }
    asOf = try row.date("as_of")
    runID = try row.decode("run_id")
    basis = try row.decode("basis")
    cohort = try row.decode("cohort")
    cohortLevel = try row.decode("cohort_level")
    profileID = try row.decode("profile_id")
    profileName = try row.decode("profile_name")
    isPinned = try row.decode("pinned")
    membership = try row.real("membership") ?? 0
    stage = try row.decode("stage")
    rfmSegment = try row.decode("rfm_segment")
    tenureMonths = try row.decode("tenure_months")
    monthlyIncome = try row.money("monthly_income")
    typicalIncome = try row.money("typical_income")
    idealIncome = try row.money("ideal_income")
    potentialIncome = try row.money("potential_income")
    potentialLow = try row.money("potential_low")
    potentialHigh = try row.money("potential_high")
    expectedIncome = try row.money("expected_income")
    isInControlGroup = try row.decode("in_control_group")
    stageSince = try row.decode("stage_since", as: PostgresDate?.self).map { BusinessDate($0) }
    expectedMonths = try row.real("expected_months")
    lifeValue = try row.money("life_value")
    lifeLow = try row.money("life_low")
    lifeHigh = try row.money("life_high")
  }
}
