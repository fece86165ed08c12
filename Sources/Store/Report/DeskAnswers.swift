package import Banking
import PostgresKit

/// What became of the conversations that stood on one list in a time.
package struct DeskAnswers: Sendable {
  /// nil = a branch's queue, or a manager the source no longer has.
  package let managerName: String?
  package let manager: ManagerID?
  /// Of a queue; empty = the bank's own.
  package let branch: String?
  /// Lists there are, of which the first ones are told.
  package let desks: Int
  package let raised: Int
  /// By somebody, whatever the answer.
  package let answered: Int
  package let won: Int
  /// Run out without an answer.
  package let unheard: Int
  /// On the list now.
  package let live: Int
  /// Of those, without an answer yet, and since when the longest.
  package let waiting: Int
  package let waitingSince: BusinessDate?

  init(_ row: PostgresRow) throws {
    managerName = try row.decode("manager_name")
    manager = try row.decode("manager_id", as: Int64?.self).map { ManagerID($0) }
    branch = try row.decode("branch")
    desks = try row.count("desks")
    raised = try row.count("raised")
    answered = try row.count("answered")
    won = try row.count("won")
    unheard = try row.count("unheard")
    live = try row.count("live")
    waiting = try row.count("waiting")
    waitingSince = try row.optionalDate("waiting_since")
  }
}
