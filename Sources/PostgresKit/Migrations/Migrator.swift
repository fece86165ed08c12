/// Brings a schema up to date: numbered, up-only, immutable migrations, each in a transaction of its own that writes its
/// version first, so that two runs clash safely. An advisory lock makes a second run wait and then find nothing to do.
package struct Migrator: Sendable {
  /// "xsell" in ASCII; any number does that nobody else uses.
  private static let lockKey: Int64 = 0x78_73_65_6C_6C

  private let migrations: [Migration]
  private let schema: String

  /// `schema` holds the table `migration` and is created when absent. Throws `badNumbering`.
  package init(schema: String, migrations: [Migration]) throws(MigrationError) {
    for (expected, migration) in zip(Int32(1)..., migrations) where migration.version != expected {
      throw .badNumbering(expected: expected, found: migration.version)
    }
    self.schema = schema
    self.migrations = migrations
  }

  /// What `migrate` would apply, in order. Changes nothing.
  package func pending(on connection: PostgresConnection) async throws -> [Migration] {
    guard try await tableExists(connection) else { return migrations }
    return try await unapplied(connection)
  }

  /// Applies what is pending; returns what was applied. Throws `MigrationError` before anything is changed, or the error
  /// of the migration that failed, whose predecessors stay applied.
  @discardableResult
  package func migrate(_ connection: PostgresConnection) async throws -> [Migration] {
    try await Self.alone(on: connection) { try await migrateAlone(connection) }
  }

  /// Runs what changes a schema while nobody else does: even CREATE … IF NOT EXISTS fails where two do it at once.
  package static func alone<R: Sendable>(
    on connection: PostgresConnection, calledFrom actor: isolated (any Actor)? = #isolation,
    _ body: () async throws -> R
  ) async throws -> R {
    try await connection.advisoryLock(key: lockKey)
    do {
      let value = try await body()
      try await connection.releaseAdvisoryLock(key: lockKey)
      return value
    } catch {
      // On a broken link the lock went with the session; who was cancelled gives it back all the same.
      _ = try? await Task { try await connection.releaseAdvisoryLock(key: lockKey) }.value
      throw error
    }
  }

  private func migrateAlone(_ connection: PostgresConnection) async throws -> [Migration] {
    if try await !tableExists(connection) { try await createTable(connection) }
    let pending = try await unapplied(connection)
    for migration in pending { try await apply(migration, connection) }
    return pending
  }

  private func apply(_ migration: Migration, _ connection: PostgresConnection) async throws {
    try await connection.withTransaction {
      try await connection.execute(
        Statement(
          table,
          "INSERT INTO \(table) (version, name, checksum) VALUES ($1, $2, \(Self.checksum("$3")))",
          .int4(migration.version), .text(migration.name), .text(migration.sql)))
      try await connection.script(
        migration.sql, label: "migration \(migration.version) (\(migration.name))", timeout: .unlimited)
      guard await connection.isInTransaction else {
        throw MigrationError.endsItsTransaction(version: migration.version, name: migration.name)
      }
    }
  }

  private func unapplied(_ connection: PostgresConnection) async throws -> [Migration] {
    let applied = try await connection.many(
      Statement(
        table,
        """
        SELECT applied.version, applied.name, applied.checksum = \(Self.checksum("known.sql"))
        FROM \(table) AS applied
        LEFT JOIN unnest($1::int4[], $2::text[]) AS known (version, sql) USING (version)
        ORDER BY version
        """,
        .int4Array(migrations.map(\.version)), .textArray(migrations.map(\.sql))
      ) { row in
        (
          version: try row.decode(0, as: Int32.self), name: try row.decode(1, as: String.self),
          isSame: try row.decode(2, as: Bool?.self)
        )
      }, limit: 100_000)
    let newest = Int32(migrations.count)
    if let last = applied.last, last.version > newest {
      throw MigrationError.databaseIsNewer(found: last.version, known: newest)
    }
    if let changed = applied.first(where: { $0.isSame != true }) {
      throw MigrationError.changed(version: changed.version, name: changed.name)
    }
    for (migration, row) in zip(migrations, applied) where migration.version != row.version {
      throw MigrationError.skipped(version: migration.version, name: migration.name)
    }
    return Array(migrations.dropFirst(applied.count))
  }

  private var table: String { "\(quotedIdentifier(schema)).migration" }

  private static func checksum(_ expression: String) -> String {
    "encode(sha256(convert_to(\(expression), 'UTF8')), 'hex')"
  }

  private func tableExists(_ connection: PostgresConnection) async throws -> Bool {
    try await connection.one(
      Statement(table, "SELECT to_regclass($1) IS NOT NULL", .text(table)) { try $0.decode(0) })
  }

  private func createTable(_ connection: PostgresConnection) async throws {
    try await connection.script(
      """
      BEGIN;
      CREATE SCHEMA IF NOT EXISTS \(quotedIdentifier(schema));
      CREATE TABLE IF NOT EXISTS \(table) (
        version    int4        PRIMARY KEY,
        name       text        NOT NULL,
        checksum   text        NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE \(table) IS 'Migrations applied to this schema, one row each; written by xsell migrate.';
      COMMIT
      """, label: table)
  }
}
