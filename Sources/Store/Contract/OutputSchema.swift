package import PostgresKit
import Schema

/// Schema `xsell`.
package enum OutputSchema {
  /// The database's encoding where it is not UTF-8. Others cannot hold every text: names of clients, and signs such as
  /// "×" of xsell's own. SQL_ASCII holds whatever bytes it is given, and cannot say what they mean.
  package static func unsuitableEncoding(of connection: PostgresConnection) async throws -> String? {
    let encoding = try await connection.one(
      Statement<String>("encoding", "select current_setting('server_encoding')") { try $0.decode(0) })
    return encoding == "UTF8" ? nil : encoding
  }

  /// What is wrong with such a database, and what to do about it, without a full stop.
  package static func refusal(ofEncoding encoding: String) -> String {
    "The database's encoding is \(encoding), which cannot hold every text; create a database with ENCODING 'UTF8'"
  }

  /// Refuses to write into a schema that a later program has changed: what this one knows of it may no longer hold.
  /// Whoever may not see the migrations is let through: the functions that write for him came with the schema.
  /// - Throws: `MigrationError.databaseIsNewer`, or `PostgresError`.
  package static func refuseNewer(_ connection: PostgresConnection) async throws {
    guard let found = try await version(connection), found > known else { return }
    throw MigrationError.databaseIsNewer(found: found, known: known)
  }

  /// Refuses to publish into a schema that was not migrated to this program: what it writes might not be shown.
  /// - Throws: `MigrationError.databaseIsNewer` or `databaseIsOlder`, or `PostgresError`.
  package static func refuseOther(_ connection: PostgresConnection) async throws {
    guard let found = try await version(connection), found != known else { return }
    throw found > known
      ? MigrationError.databaseIsNewer(found: found, known: known) : .databaseIsOlder(found: found, known: known)
  }

  private static var known: Int32 { Int32(Schema.migrations.count) }

  /// Nil where there is none yet, or it may not be seen.
  private static func version(_ connection: PostgresConnection) async throws -> Int32? {
    do {
      return try await connection.one(Statement<Int32>(.newestMigration) { try $0.decode("version") })
    } catch PostgresError.server(let error) where [.undefinedTable, .insufficientPrivilege].contains(error.sqlState) {
      return nil
    }
  }

  package static func migrator() throws(MigrationError) -> Migrator {
    try Migrator(
      schema: "xsell",
      migrations: Schema.migrations.map {
        Migration(version: Int32($0.version), name: $0.name, sql: $0.sql)
      })
  }
}
