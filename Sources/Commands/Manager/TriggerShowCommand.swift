import ArgumentParser
import PostgresKit
import Store

struct TriggerShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a trigger, the facts behind it and its history.",
    discussion: """
      Example:
        xsell trigger show 0b9e2c11
      """)

  @OptionGroup var trigger: TriggerOptions

  var connection: ConnectionOptions { trigger.connection }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let found = try await TriggerSearch.one(trigger.id, reader)
    return try await TriggerAnswer(
      language: trigger.language.language(bankLocale: found.locale), terminal: terminal, reader: reader
    ).text(found, trigger.output.form)
  }
}
