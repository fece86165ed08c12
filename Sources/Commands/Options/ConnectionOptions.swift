import ArgumentParser
import PostgresKit

/// Where the database is.
struct ConnectionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Database to use, instead of the one that PG* variables and the service file name.",
      valueName: "url"))
  var databaseURL: String?

  @OptionGroup var log: LogOptions

  func settings() throws(PostgresError) -> ConnectionSettings { try ConnectionSettings(url: databaseURL) }

  func connect() async throws -> PostgresConnection {
    try await PostgresConnection.connect(settings(), logger: log.logger())
  }
}
