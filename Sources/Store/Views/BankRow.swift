package import Banking
import PostgresKit

/// A bank and how far it has been published.
package struct BankRow: Sendable {
  package let id: BankID
  package let name: String
  /// ISO 4217.
  package let currency: String
  package let locale: String
  /// Nil where nothing has been published yet.
  package let asOf: BusinessDate?

  init(_ row: PostgresRow) throws {
    id = try row.bank()
    name = try row.decode("bank_name")
    currency = try row.decode("currency")
    locale = try row.decode("locale")
    asOf = try row.optionalDate("as_of")
  }
}
