import ArgumentParser
import PostgresKit
import Store
import Triggers

struct TriggerQualifyCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "qualify", abstract: "Notes what the manager found out about the sale (MEDDIC).",
    discussion: """
      Each item takes yes, no or unknown, and a note after a colon. What is known raises the priority from the next \
      night on, what is missing lowers it, as the policy says. Nothing is overwritten: the latest answer counts.

      Example:
        xsell trigger qualify 0b9e2c11 --metrics "yes: two days a month" --champion no
      """)

  @Option(name: .long, help: "What it is worth to the client, in numbers.") var metrics: ItemAnswer?
  @Option(name: .long, help: "Whether it is known who decides on the money.") var economicBuyer: ItemAnswer?
  @Option(name: .long, help: "By what the client compares.") var decisionCriteria: ItemAnswer?
  @Option(name: .long, help: "How and by when it decides.") var decisionProcess: ItemAnswer?
  @Option(name: .long, help: "What hurts if nothing changes.") var identifiedPain: ItemAnswer?
  @Option(name: .long, help: "Somebody at the client's who wants it.") var champion: ItemAnswer?

  @OptionGroup var answering: ActorOptions

  @OptionGroup var trigger: TriggerOptions

  var connection: ConnectionOptions { trigger.connection }
  var isWriting: Bool { true }

  private var notes: [QualificationNote] {
    let answers: [(QualificationItem, ItemAnswer?)] = [
      (.metrics, metrics), (.economicBuyer, economicBuyer), (.decisionCriteria, decisionCriteria),
      (.decisionProcess, decisionProcess), (.identifiedPain, identifiedPain), (.champion, champion),
    ]
    return answers.compactMap { item, given in
      given.map { QualificationNote(item: item, answer: $0.answer, note: $0.note) }
    }
  }

  func validate() throws {
    if notes.isEmpty {
      throw ValidationError("Name at least one item, for instance --metrics \"yes: saves two days\".")
    }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let found = try await TriggerSearch.one(trigger.id, reader)
    let shown = try TriggerAnswer(
      language: trigger.language.language(bankLocale: found.locale), terminal: terminal, reader: reader)
    try await TriggerDesk(connection).qualify(found.trigger.id, notes, actor: answering.actor)
    return try await told { try await shown.text(found.trigger.id, trigger.output.form) }
  }
}
