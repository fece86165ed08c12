package import Banking

/// A row of `source.product_month`.
package struct ProductMonthRow: Hashable, Sendable {
  package var clientID: ClientID
  package var product: ProductCode
  package var month: Month
  package var income: Money
  package var operations: Int32
}
