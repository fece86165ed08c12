package import Banking
import PostgresKit

/// A row of `xsell.stage_history`. A stage is as stored; nil = it could not be said.
package struct StageChangeRow: Sendable {
  package let asOf: BusinessDate
  package let from: String?
  package let to: String?

  init(_ row: PostgresRow) throws {
    asOf = try row.date("as_of")
    from = try row.decode("from_stage")
    to = try row.decode("to_stage")
  }
}
