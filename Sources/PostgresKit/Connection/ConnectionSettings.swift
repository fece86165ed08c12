/// Where the database is and how long things may take. What is not said here comes from libpq's usual places: `PG*`
/// variables, the service file, the password file.
package struct ConnectionSettings: Sendable {
  /// libpq's own parameters, by libpq's names. May hold a password: never print them.
  package var parameters: [String: String]
  /// Shown in `pg_stat_activity`, unless the environment or URL says otherwise.
  package var applicationName = "xsell"
  package var connectTimeout: Duration = .seconds(10)
  /// The limit of a statement that does not set its own; nil for none.
  package var statementTimeout: Duration? = .seconds(300)
  /// The limit of a COPY that does not set its own; nil for none.
  package var copyTimeout: Duration? = .seconds(3 * 3600)
  /// How long a statement waits for a lock; nil for as long as the statement may take.
  package var lockTimeout: Duration?

  /// Settings from a URL (`postgresql://…`), a conninfo string (`host=… dbname=…`), a database name, or nothing.
  /// Throws `cannotConnect` with reason `badSettings`; the text itself is never repeated, as it may hold a password.
  package init(url: String? = nil) throws(PostgresError) {
    parameters = try url.map(Self.parse) ?? [:]
  }

  package init(parameters: [String: String]) { self.parameters = parameters }
}

extension ConnectionSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Where the connection goes, without the password: `db.bank:5432/warehouse as xsell`.
  package var description: String {
    let place =
      (parameters["host"] ?? parameters["hostaddr"] ?? "the usual host") + (parameters["port"].map { ":\($0)" } ?? "")
    let database = parameters["dbname"].map { "/\($0)" } ?? ""
    return place + database + (parameters["user"].map { " as \($0)" } ?? "")
  }

  package var debugDescription: String { description }

  package var customMirror: Mirror { Mirror(self, children: ["target": description]) }
}
