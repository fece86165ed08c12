/// What a transaction sees of the database, for other sessions to see the same of it.
package struct SharedSnapshot: Sendable {
  private let settings: ConnectionSettings
  /// The statement that takes the snapshot over, worded by the server: a parameter is not allowed in it.
  private let takeOver: String

  fileprivate init(settings: ConnectionSettings, takeOver: String) {
    self.settings = settings
    self.takeOver = takeOver
  }

  /// Runs `body` with a session of its own, read-only; the transaction that shares must last until `body` begins.
  /// - Parameter lockTimeout: short where the sharing session waits for `body`: PostgreSQL does not see that wait, and so no
  ///   deadlock that goes through it.
  package func beside<R: Sendable>(
    lockTimeout: Duration, _ body: @Sendable (PostgresConnection) async throws -> R
  ) async throws -> R {
    var settings = settings
    settings.lockTimeout = lockTimeout
    let connection = try await PostgresConnection.connect(settings)
    return try await connection.withTransaction(isolation: .repeatableRead, readOnly: true) {
      try await connection.execute(Statement<Void>("shared snapshot", takeOver))
      return try await body(connection)
    }
  }
}

extension PostgresConnection {
  /// Only in a repeatable-read transaction: in others every statement sees something else.
  package func shareSnapshot() async throws -> SharedSnapshot {
    let takeOver = try await one(
      Statement<String>("shared snapshot", "SELECT format('SET TRANSACTION SNAPSHOT %L', pg_export_snapshot())") {
        try $0.decode(0)
      })
    return SharedSnapshot(settings: settings, takeOver: takeOver)
  }
}
