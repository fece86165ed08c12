package import Banking
import PostgresKit

/// A live conversation with the income expected of it.
package struct Opportunity: Sendable {
  package let trigger: String
  package let clientNumber: String?
  package let clientName: String?
  package let productName: String?
  /// As stored.
  package let kind: String
  package let managerName: String?
  package let expectedIncome: Money
  package let raisedOn: BusinessDate

  init(_ row: PostgresRow) throws {
    trigger = try row.decode("trigger_id")
    clientNumber = try row.decode("client_no")
    clientName = try row.decode("client_name")
    productName = try row.decode("product_name")
    kind = try row.decode("kind")
    managerName = try row.decode("manager_name")
    expectedIncome = try row.money("expected_income") ?? .zero
    raisedOn = try row.date("raised_on")
  }
}
