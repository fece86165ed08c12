package import PostgresKit
import Schema

/// Managers who log in to the database themselves: what they may ask and answer is granted to a role of theirs, and which
/// rows they see the database decides by `source.manager.login`.
package struct ManagerAccess: Sendable {
  package enum Outcome: Sendable, Equatable {
    case granted
    /// What xsell has to grant is granted; what others granted too much or too little of, as the statements to run.
    case lacks([String])
  }

  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Grants the role what managers need; a second time changes nothing.
  /// - Throws: `PostgresError`, where there is no such role, or the connection's is not the owner of schema `xsell`.
  package func grant(to role: String) async throws -> Outcome {
    try await connection.withTransaction {
      try await connection.one(
        Statement("managers", "select set_config('xsell.managers', $1, true)", .text(role)) { _ in })
      try await connection.execute(Statement(.grantToManagers))
    }
    let statements = try await connection.one(
      Statement<[String]>(.managersLack, .text(role)) { try $0.decode("statements") })
    return statements.isEmpty ? .granted : .lacks(statements)
  }

  package func isKnown(_ role: String) async throws -> Bool {
    try await connection.one(
      Statement<Bool>("role", "select to_regrole(quote_ident($1)) is not null", .text(role)) { try $0.decode(0) })
  }
}
