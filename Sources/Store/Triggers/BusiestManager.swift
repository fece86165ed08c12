package import Banking
package import PostgresKit
import Schema

/// The manager with most to win tonight, for a tour of a bank nobody knows.
package struct BusiestManager: Sendable {
  package let manager: ManagerID
  /// Number of the client to offer something first.
  package let clientNumber: String

  /// Nil where no offer is open.
  package static func find(_ bank: BankID, _ connection: PostgresConnection) async throws -> BusiestManager? {
    try await connection.optional(
      Statement<BusiestManager>(.busiestManager, .text(bank.rawValue)) {
        BusiestManager(
          manager: ManagerID(try $0.decode("manager_id")), clientNumber: try $0.decode("client_no"))
      })
  }
}
