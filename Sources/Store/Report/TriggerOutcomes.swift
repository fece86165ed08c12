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
    func count(_ column: String) throws -> Int { Int(try row.decode(column, as: Int64.self)) }
    kind = try row.decode("kind")
    raised = try count("raised")
    live = try count("live")
    won = try count("won")
    lost = try count("lost")
    declined = try count("declined")
    expired = try count("expired")
    withdrawn = try count("withdrawn")
  }
}
