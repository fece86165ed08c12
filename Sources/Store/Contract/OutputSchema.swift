package import PostgresKit
import Schema

/// Schema `xsell`.
package enum OutputSchema {
  /// The database's encoding where it cannot hold every text: names of clients, and signs such as "×" of xsell's own.
  package static func unsuitableEncoding(of connection: PostgresConnection) async throws -> String? {
    let encoding = try await connection.one(
      Statement<String>("encoding", "select current_setting('server_encoding')") { try $0.decode(0) })
    // SQL_ASCII keeps whatever bytes it is given.
    return ["UTF8", "SQL_ASCII"].contains(encoding) ? nil : encoding
  }

  package static func migrator() throws(MigrationError) -> Migrator {
    try Migrator(
      schema: "xsell",
      migrations: Schema.migrations.map {
        Migration(version: Int32($0.version), name: $0.name, sql: $0.sql)
      })
  }
}
