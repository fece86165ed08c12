package import Banking
import PostgresKit

/// Clients of one life-cycle stage.
package struct StageShare: Sendable {
  /// As stored; nil = it cannot be said.
  package let stage: String?
  package let clients: Int
  package let monthlyIncome: Money?

  init(_ row: PostgresRow) throws {
    stage = try row.decode("stage")
    clients = try row.count("clients")
    monthlyIncome = try row.money("monthly_income")
  }
}
