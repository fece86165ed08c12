import PostgresKit

/// A row of `xsell.trigger_event`.
package struct TriggerEventRow: Sendable {
  /// UTC, to the second: `2026-07-01T09:05:00Z`.
  package let at: String
  package let actor: String
  package let from: String?
  package let to: String
  package let note: String?

  init(_ row: PostgresRow) throws {
    at = try row.decode("at")
    actor = try row.decode("actor")
    from = try row.decode("from_state")
    to = try row.decode("to_state")
    note = try row.decode("note")
  }
}
