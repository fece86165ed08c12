package import PostgresKit
import Schema

/// Schema `xsell`.
package enum OutputSchema {
  package static func migrator() throws(MigrationError) -> Migrator {
    try Migrator(
      schema: "xsell",
      migrations: Schema.migrations.map {
        Migration(version: Int32($0.version), name: $0.name, sql: $0.sql)
      })
  }
}
