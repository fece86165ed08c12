import ArgumentParser
import PostgresKit
import Testing

@testable import Commands

/// What a command prints at 100 columns without colour, no-break spaces as blanks.
func answer<Command: AnsweringCommand>(
  _ command: Command.Type, _ arguments: String..., to connection: PostgresConnection
) async throws -> String {
  let terminal = Terminal(width: 100, style: .plain, showsProgress: false)
  let text = try await command.parse(arguments).answer(connection, terminal)
  return String(text.map { $0 == "\u{00A0}" ? " " : $0 })
}

/// How a command that cannot do its work ends.
func failure<Command: AnsweringCommand>(
  of command: Command.Type, _ arguments: [String], on connection: PostgresConnection
) async -> Failure? {
  do {
    let terminal = Terminal(width: 100, style: .plain, showsProgress: false)
    _ = try await command.parse(arguments).answer(connection, terminal)
    return nil
  } catch {
    return Failure(error)
  }
}
