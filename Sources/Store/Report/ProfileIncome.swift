package import Banking
import PostgresKit

/// Clients of one profile: means of what they bring a month, and of what is typical and ideal where each is compared.
package struct ProfileIncome: Sendable {
  package let name: String
  package let clients: Int
  package let monthlyIncome: Money?
  package let typicalIncome: Money?
  package let idealIncome: Money?
  /// Summed.
  package let potentialIncome: Money?

  init(_ row: PostgresRow) throws {
    name = try row.decode("profile_name")
    clients = try row.count("clients")
    monthlyIncome = try row.money("monthly_income")
    typicalIncome = try row.money("typical_income")
    idealIncome = try row.money("ideal_income")
    potentialIncome = try row.money("potential_income")
  }
}
