package import Banking
import PostgresKit

/// What the clients of one kind are worth over their life: a row of `xsell.life_value`.
package struct LifeValueRow: Sendable {
  /// `bank`, `profile`, `region` or `industry`.
  package let dimension: String
  package let name: String
  package let clients: Int
  package let meanIncome: Money?
  /// Share of the income that the fifth of the clients with the most brings.
  package let topFifthShare: Double?
  /// Of a new client.
  package let expectedMonths: Double?
  package let lifeValue: Money?
  /// What may be spent to win such a client.
  package let acquisitionCost: Money?

  init(_ row: PostgresRow) throws {
    dimension = try row.decode("dimension")
    name = try row.decode("name")
    clients = Int(try row.decode("clients", as: Int32.self))
    meanIncome = try row.money("mean_monthly_income")
    topFifthShare = try row.real("top_fifth_share")
    expectedMonths = try row.real("expected_months")
    lifeValue = try row.money("life_value")
    acquisitionCost = try row.money("acquisition_cost")
  }
}
