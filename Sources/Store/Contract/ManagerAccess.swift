package import PostgresKit
import Schema

/// Managers who log in to the database themselves: what they may ask and answer is granted to a role of theirs, and which
/// rows they see the database decides by `source.manager.login`.
package struct ManagerAccess: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Grants the role what managers need; a second time changes nothing.
  /// - Returns: false where there is no such role, and nothing is granted.
  /// - Throws: `PostgresError`, where the connection's role may not grant it.
  package func grant(to role: String) async throws -> Bool {
    let isKnown = try await connection.one(
      Statement<Bool>("role", "select to_regrole(quote_ident($1)) is not null", .text(role)) { try $0.decode(0) })
    guard isKnown else { return false }
    try await connection.withTransaction {
      try await connection.one(
        Statement("managers", "select set_config('xsell.managers', $1, true)", .text(role)) { _ in })
      try await connection.execute(Statement(.grantToManagers))
    }
    return true
  }
}
