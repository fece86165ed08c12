import PostgresKit

/// A manager with what is on the list.
package struct ManagerList: Sendable {
  package let manager: ManagerRow
  /// Those that keep a client first, then by falling priority.
  package internal(set) var live: [ListedTrigger]

  /// One row a trigger, or one without.
  init(_ row: PostgresRow) throws {
    manager = try ManagerRow(row)
    live = try row.decode("trigger_id", as: String?.self) == nil ? [] : [ListedTrigger(row)]
  }

  func isOf(_ other: ManagerRow) -> Bool { manager.id == other.id && manager.bank.id == other.bank.id }
}
