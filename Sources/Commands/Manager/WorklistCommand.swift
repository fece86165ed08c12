import ArgumentParser
import Banking
import PostgresKit
import Store
import Triggers
import Wording

struct WorklistCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist",
    abstract: "Shows a manager's morning: whom to call, about what, and why.",
    discussion: """
      Clients to keep come first, then the best offers. What is snoozed stays out of sight until its date.

      Examples:
        xsell worklist --manager "Anna Petrova"
        xsell worklist --manager 17 --bank NORTH --limit 10
      """)

  @Option(name: .long, help: "Manager: number, full name or login.")
  var manager: String

  @Option(name: .long, help: "Bank of the manager.")
  var bank: BankID?

  @Option(name: .long, help: ArgumentHelp("Show only so many conversations.", valueName: "n"))
  var limit: Int?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if manager.allSatisfy(\.isWhitespace) { throw ValidationError("--manager takes a number, a full name or a login.") }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let manager = try ManagerSearch(wanted: self.manager, bank: bank).one(of: await reader.managers(bank: bank))
    guard let asOf = manager.bank.asOf else { throw CommandError.notPublished(manager.bank.id) }
    let live = try await reader.worklist(manager.id, bank: manager.bank.id)
    let due = live.filter { $0.trigger.state != TriggerState.snoozed.rawValue }
    let shown = Array(due.prefix(limit ?? due.count))
    let language = try language.language(bankLocale: manager.bank.locale)
    switch output.form {
    case .table:
      return WorklistView.render(
        shown.map { TriggerFacts($0) }, manager: manager.fullName, asOf: asOf, snoozed: live.count - due.count,
        language: language, style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(json(shown, manager, asOf, snoozed: live.count - due.count, language))
    case .csv: return CSVWriter.line(ListedTrigger.csvHeader) + shown.map { CSVWriter.line($0.csv) }.joined()
    }
  }

  private func json(
    _ shown: [ListedTrigger], _ manager: ManagerRow, _ asOf: BusinessDate, snoozed: Int, _ language: any Language
  ) -> JSONValue {
    .object([
      ("bank_id", .string(manager.bank.id.rawValue)), ("manager_id", .integer(manager.id.rawValue)),
      ("manager", .string(manager.fullName)), ("as_of", .string(asOf.description)),
      ("currency", .string(manager.bank.currency)), ("snoozed", .integer(Int64(snoozed))),
      ("triggers", .array(shown.map { .object($0.json(language)) })),
    ])
  }
}
