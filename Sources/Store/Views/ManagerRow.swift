package import Banking
import PostgresKit

/// A personal manager.
package struct ManagerRow: Sendable {
  package let bank: BankRow
  package let id: ManagerID
  package let fullName: String
  package let login: String?
  package let branch: String
  package let isActive: Bool

  init(_ row: PostgresRow) throws {
    bank = try BankRow(row)
    id = ManagerID(try row.decode("manager_id"))
    fullName = try row.decode("full_name")
    login = try row.decode("login")
    branch = try row.decode("manager_branch")
    isActive = try row.decode("active")
  }
}
