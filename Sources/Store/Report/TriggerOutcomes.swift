import PostgresKit

/// What became of the triggers of one kind in a time: counts of those raised, of those that ended, and of all that live.
package struct TriggerOutcomes: Sendable {
  /// As stored.
  package let kind: String
  package let raised: Int
  package let live: Int
  package let won: Int
  package let lost: Int
  package let declined: Int
  package let expired: Int
  package let withdrawn: Int

  init(_ row: PostgresRow) throws {
    kind = try row.decode("kind")
    raised = try row.count("raised")
    live = try row.count("live")
    won = try row.count("won")
    lost = try row.count("lost")
    declined = try row.count("declined")
    expired = try row.count("expired")
    withdrawn = try row.count("withdrawn")
  }
}
