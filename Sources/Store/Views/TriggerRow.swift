package import Banking
import PostgresKit
package import Triggers

/// A row of `xsell.trigger`.
package struct TriggerRow: Sendable {
  package let id: TriggerID
  package let manager: ManagerID?
  /// Kind, state and refusal as stored: a newer program may have words that this one does not know.
  package let kind: String
  package let state: String
  package let product: ProductCode?
  package let productName: String?
  package let priority: Double
  package let expectedIncome: Money?
  /// In the bank's language.
  package let headline: String
  package let reason: String
  package let raisedOn: BusinessDate
  package let validUntil: BusinessDate
  package let snoozedUntil: BusinessDate?
  package let refusal: String?
  package let cycle: Int
  /// Of `reason`.
  package let stage: String?
  package let typicalIncome: Money?
  /// A month, before the fall or before the client went.
  package let former: Money?
  /// Names of what a new client is to be set up with.
  package let products: [String]
  package let referenceMembers: Int?
  package let referenceHolders: Int?

  init(_ row: PostgresRow) throws {
    id = try row.triggerID("trigger_id")
    manager = try row.decode("manager_id", as: Int64?.self).map { ManagerID($0) }
    kind = try row.decode("trigger_kind")
    state = try row.decode("state")
    product = try row.decode("product_code", as: String?.self).map { ProductCode($0) }
    productName = try row.decode("product_name")
    priority = try row.decode("priority")
    expectedIncome = try row.money("trigger_expected_income")
    headline = try row.decode("headline")
    reason = try row.decode("trigger_reason")
    raisedOn = try row.date("raised_on")
    validUntil = try row.date("valid_until")
    snoozedUntil = try row.optionalDate("snoozed_until")
    refusal = try row.decode("refusal")
    cycle = try row.decode("cycle")
    stage = try row.decode("trigger_stage")
    typicalIncome = try row.money("trigger_typical_income")
    former = try row.money("trigger_former")
    products = try row.decode("trigger_products", as: [String].self)
    referenceMembers = try row.decode("trigger_reference_members")
    referenceHolders = try row.decode("trigger_reference_holders")
  }
}

extension PostgresRow {
  fileprivate func triggerID(_ column: String) throws -> TriggerID {
    let text = try decode(column, as: String.self)
    guard let id = TriggerID(text) else {
      throw PostgresError.field(
        FieldError(relation: "xsell.trigger", column: column, expected: "a UUID", found: nil, problem: .malformed))
    }
    return id
  }
}
