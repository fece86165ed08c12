import PostgresKit
import Store
import Triggers
import Wording

/// A manager's answer to a trigger.
protocol TriggerAnsweringCommand: AnsweringCommand {
  var trigger: TriggerOptions { get }
  var details: TriggerAnswerOptions { get }
  var action: TriggerAction { get }
}

extension TriggerAnsweringCommand {
  var connection: ConnectionOptions { trigger.connection }
  var isWriting: Bool { true }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let found = try await TriggerSearch.one(trigger.id, reader)
    let shown = try TriggerAnswer(
      language: trigger.language.language(bankLocale: found.locale), terminal: terminal, reader: reader)
    try await TriggerDesk(connection).answer(
      found.trigger.id, action, on: details.on, actor: details.answering.actor, note: details.note)
    return try await told { try await shown.text(found.trigger.id, trigger.output.form) }
  }
}
