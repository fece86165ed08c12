extension PostgresConnection {
  /// Takes a session's advisory lock if nobody else holds it. It is held until `releaseAdvisoryLock` or the session's
  /// end; taken twice it must be released twice.
  package func tryAdvisoryLock(key: Int64) async throws -> Bool {
    try await one(Statement("advisory lock", "SELECT pg_try_advisory_lock($1)", .int8(key)) { try $0.decode(0) })
  }

  /// Waits for a session's advisory lock.
  package func advisoryLock(key: Int64, timeout: StatementTimeout = .standard) async throws {
    try await one(
      Statement("advisory lock", "SELECT pg_advisory_lock($1) IS NULL", .int8(key), timeout: timeout) { _ in })
  }

  /// Gives an advisory lock back; false if this session did not hold it.
  @discardableResult
  package func releaseAdvisoryLock(key: Int64) async throws -> Bool {
    try await one(Statement("advisory lock", "SELECT pg_advisory_unlock($1)", .int8(key)) { try $0.decode(0) })
  }
}
