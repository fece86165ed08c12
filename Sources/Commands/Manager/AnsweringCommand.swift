import ArgumentParser
import PostgresKit

/// A command that asks the database and prints what it says.
protocol AnsweringCommand: AsyncParsableCommand {
  var connection: ConnectionOptions { get }

  /// What is printed. Kept apart from the process, so that it can be tested.
  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String
}

extension AnsweringCommand {
  func run() async throws {
    let connection = try await PostgresConnection.connect(
      connection.settings().forLookups, logger: connection.log.logger())
    try StandardOutput.write(try await answer(connection, Terminal.current()))
  }
}
