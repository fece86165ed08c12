package import Banking
import PostgresKit

/// A row of `xsell.profile` with its rows of `xsell.profile_product`, most widely held first.
package struct ProfileRow: Sendable {
  package let bank: BankID
  package let runID: String
  /// ISO 4217.
  package let currency: String
  package let cohort: String
  package let cohortLevel: String
  /// Of the cohort; nil = of all of them.
  package let region: String?
  package let industry: String?
  package let id: Int
  package let name: String
  package let isPinned: Bool
  package let members: Int
  package let typicalIncome: Money?
  package let idealIncome: Money?
  /// Of a client of the profile that comes new, whatever the cohort: mean months it stays, what it brings in them, and what
  /// may be spent to win it.
  package let expectedMonths: Double?
  package let lifeValue: Money?
  package let acquisitionCost: Money?
  package var products: [ProfileProductRow]

  /// With the one product of the row.
  init(_ row: PostgresRow) throws {
    bank = try row.bank()
    runID = try row.decode("run_id")
    currency = try row.decode("currency")
    cohort = try row.decode("cohort")
    cohortLevel = try row.decode("cohort_level")
    region = try row.decode("region")
    industry = try row.decode("industry")
    id = try row.decode("profile_id")
    name = try row.decode("profile_name")
    isPinned = try row.decode("pinned")
    members = try row.decode("members")
    typicalIncome = try row.money("typical_income")
    idealIncome = try row.money("ideal_income")
    expectedMonths = try row.real("expected_months")
    lifeValue = try row.money("life_value")
    acquisitionCost = try row.money("acquisition_cost")
    products = [try ProfileProductRow(row)]
  }

  /// Whether both rows speak of one profile: a profile has its number in every cohort.
  func isOf(_ other: ProfileRow) -> Bool {
    (cohortLevel, cohort, id) == (other.cohortLevel, other.cohort, other.id)
  }
}
