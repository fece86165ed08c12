package import Banking
import PostgresKit

/// One line of what was raised for a client and what came of it.
package struct HistoryRow: Sendable {
  package let event: TriggerEventRow
  package let trigger: String
  package let kind: String
  package let product: ProductCode?
  package let productName: String?
  package let raisedOn: BusinessDate

  init(_ row: PostgresRow) throws {
    event = try TriggerEventRow(row)
    trigger = try row.decode("trigger_id")
    kind = try row.decode("trigger_kind")
    product = try row.decode("product_code", as: String?.self).map { ProductCode($0) }
    productName = try row.decode("product_name")
    raisedOn = try row.date("raised_on")
  }
}
