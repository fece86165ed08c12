package import Banking
import PostgresKit

/// Clients that went from one stage to another, or stayed, since a day.
package struct StageFlow: Sendable {
  package let since: BusinessDate
  /// Whether they came since; then `from` says nothing.
  package let isNew: Bool
  /// As stored; nil = it could not be said.
  package let from: String?
  package let to: String?
  package let clients: Int

  init(_ row: PostgresRow) throws {
    since = try row.date("since")
    isNew = try row.decode("is_new", as: Bool?.self) ?? false
    from = try row.decode("from_stage")
    to = try row.decode("to_stage")
    clients = try row.count("clients")
  }
}
