package import Banking
import PostgresKit

/// Potential income a month of the clients of a region and industry; nil names are unknown.
package struct PotentialCell: Sendable {
  package let region: String?
  package let industry: String?
  package let clients: Int
  package let potentialIncome: Money?

  init(_ row: PostgresRow) throws {
    region = try row.decode("region")
    industry = try row.decode("industry")
    clients = try row.count("clients")
    potentialIncome = try row.money("potential_income")
  }
}
