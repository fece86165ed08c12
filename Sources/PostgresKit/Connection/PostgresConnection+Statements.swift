extension PostgresConnection {
  /// Runs a statement that returns no rows; the number of rows it changed.
  @discardableResult
  package func execute<Row>(_ statement: Statement<Row>) async throws -> Int {
    let result = try await interruptible { link in
      let result = try link.run(statement)
      return (rows: result.columnCount > 0 ? result.rowCount : 0, affected: result.affectedRows)
    }
    guard result.rows == 0 else {
      throw PostgresError.rowCount(label: statement.label, expected: "no rows", found: result.rows)
    }
    return result.affected
  }

  /// The one row of a statement; none or several are an error.
  package func one<Row>(_ statement: Statement<Row>) async throws -> Row {
    let rows = try await rows(of: statement, atMost: 1, expected: "one row")
    guard let row = rows.first else {
      throw PostgresError.rowCount(label: statement.label, expected: "one row", found: 0)
    }
    return row
  }

  /// The row of a statement, or nil; several are an error.
  package func optional<Row>(_ statement: Statement<Row>) async throws -> Row? {
    try await rows(of: statement, atMost: 1, expected: "at most one row").first
  }

  /// The rows of a statement; more than `limit` are an error, so that a result nobody thought of does not fill the
  /// memory of the caller. For large results use `copyOut`.
  package func many<Row>(_ statement: Statement<Row>, limit: Int) async throws -> [Row] {
    try await rows(of: statement, atMost: limit, expected: limit == 1 ? "at most one row" : "at most \(limit) rows")
  }

  /// Runs several statements, for migrations and definitions only: nothing can be bound and no row is returned.
  package func script(_ sql: String, label: String = "script", timeout: StatementTimeout = .standard) async throws {
    try await interruptible { try $0.script(sql, label: label, timeout: timeout) }
  }

  private func rows<Row>(of statement: Statement<Row>, atMost limit: Int, expected: String) async throws -> [Row] {
    try await interruptible { link in
      let result = try link.run(statement)
      guard result.rowCount <= limit else {
        throw PostgresError.rowCount(label: statement.label, expected: expected, found: result.rowCount)
      }
      return try (0..<result.rowCount).map { try statement.decode(PostgresRow(result: result, index: $0)) }
    }
  }
}

extension Link {
  fileprivate func run<Row>(_ statement: Statement<Row>) throws(PostgresError) -> ResultSet {
    try run(statement.label, statement.sql, statement.parameters, timeout: statement.timeout)
  }
}
