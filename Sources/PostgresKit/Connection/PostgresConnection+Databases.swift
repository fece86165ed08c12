extension PostgresConnection {
  /// Creates a database, as a copy of a template to which nobody is connected where one is named.
  package func createDatabase(_ name: String, template: String? = nil) async throws {
    let copy = template.map { " TEMPLATE \(quotedIdentifier($0))" } ?? ""
    try await execute(Statement("database \(name)", "CREATE DATABASE \(quotedIdentifier(name))\(copy)"))
  }

  /// Drops a database if it exists, ending the sessions in it.
  package func dropDatabase(_ name: String) async throws {
    try await execute(
      Statement("database \(name)", "DROP DATABASE IF EXISTS \(quotedIdentifier(name)) WITH (FORCE)"))
  }
}
