package import Banking
import PostgresKit

/// One product before one client: what is recommended of it and what is being talked about.
package struct ClientProduct: Sendable {
  /// Nil for a conversation about the client as a whole.
  package let code: ProductCode?
  /// Nil where the source no longer knows the product.
  package let name: String?
  /// Whether the last publication knew it. What it knew and does not recommend the client holds and uses.
  package let isCompared: Bool
  package let recommendation: RecommendationRow?
  /// The live trigger about it.
  package let trigger: TriggerRow?

  init(_ row: PostgresRow) throws {
    code = try row.decode("product_code", as: String?.self).map { ProductCode($0) }
    name = try row.decode("product_name")
    isCompared = try row.decode("is_compared")
    recommendation = try RecommendationRow(row)
    trigger = try row.decode("trigger_id", as: String?.self) == nil ? nil : TriggerRow(row)
  }
}
