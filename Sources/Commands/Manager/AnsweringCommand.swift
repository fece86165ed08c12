import ArgumentParser
import PostgresKit
import Store

/// A command that asks the database and prints what it says.
protocol AnsweringCommand: AsyncParsableCommand {
  var connection: ConnectionOptions { get }
  /// Whether it also writes to schema `xsell`.
  var isWriting: Bool { get }

  /// What is printed. Kept apart from the process, so that it can be tested.
  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String
}

extension AnsweringCommand {
  var isWriting: Bool { false }

  func run() async throws {
    let connection = try await PostgresConnection.connect(
      connection.settings().forLookups, logger: connection.log.logger())
    if isWriting { try await OutputSchema.refuseNewer(connection) }
    let text = try await answer(connection, Terminal.current())
    do {
      try StandardOutput.write(text)
    } catch {
      throw isWriting ? StandardOutput.untold(error, "the work is done", next: "do not repeat it") : error
    }
  }
}
