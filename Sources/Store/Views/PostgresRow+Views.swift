import Banking
import PostgresKit

extension PostgresRow {
  func money(_ column: String) throws -> Money? {
    try decode(column, as: MinorUnits?.self).map { Money(minorUnits: $0.value) }
  }

  /// A `real` as the decimal that it stands for, so that 0.61 does not become 0.6100000143.
  func real(_ column: String) throws -> Double? {
    try decode(column, as: Float?.self).flatMap { Double("\($0)") }
  }

  func bank(_ column: String = "bank_id") throws -> BankID { BankID(try decode(column)) }
}
