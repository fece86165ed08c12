package import Banking
import PostgresKit

/// Of the triggers about one product that ended and were not withdrawn, how many were won.
package struct ProductConversion: Sendable {
  /// nil = about the client, not a product.
  package let product: ProductCode?
  package let productName: String?
  package let ended: Int
  package let won: Int

  init(_ row: PostgresRow) throws {
    product = try row.decode("product_code", as: String?.self).map { ProductCode($0) }
    productName = try row.decode("product_name")
    ended = try row.count("ended")
    won = try row.count("won")
  }
}
