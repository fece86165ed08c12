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

  /// What is read back when the work is done: who hears of a failure there must not do the work again.
  func told(_ text: () async throws -> String) async throws -> String {
    do {
      return try await text()
    } catch {
      let cause = Failure(error).map { " (\($0.sentence))" } ?? ""
      throw CommandError(.findings, "the work is done, but cannot be shown\(cause)", next: "do not repeat it")
    }
  }

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
