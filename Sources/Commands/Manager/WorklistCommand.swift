import ArgumentParser
import Banking
import PostgresKit
import Store
import Triggers
import Wording

struct WorklistCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist",
    abstract: "Shows a manager's morning: whom to call, about what, why now, and what to say.",
    discussion: """
      Clients to keep come first, then the best offers; a client is one call, whatever it is about. What is snoozed \
      stays out of sight until its date. A branch's queue holds the calls that no manager at work has.

      Examples:
        xsell worklist --manager "Anna Petrova"
        xsell worklist --manager 17 --bank NORTH --limit 10
        xsell worklist --branch Riga --bank NORTH
      """)

  @Option(name: .long, help: "Manager: number, full name or login.")
  var manager: String?

  @Option(name: .long, help: "Queue of this branch instead; an empty name is the bank's own.")
  var branch: String?

  @Option(name: .long, help: "Bank of the manager or the branch.")
  var bank: BankID?

  @Option(name: .long, help: ArgumentHelp("Show only so many conversations.", valueName: "n"))
  var limit: Int?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if (manager == nil) == (branch == nil) { throw ValidationError("Name --manager or --branch.") }
    if let manager, manager.allSatisfy(\.isWhitespace) {
      throw ValidationError("--manager takes a number, a full name or a login.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let owner: WorklistOwner
    let live: [ListedTrigger]
    if let manager {
      let found = try await ManagerSearch(wanted: manager, bank: bank).worklist(of: reader)
      owner = try self.owner(found.manager)
      live = found.live
    } else {
      owner = try await queue(reader)
      live = try await reader.queue(branch: branch ?? "", bank: owner.bank.id)
    }
    guard let asOf = owner.bank.asOf else { throw CommandError.notPublished(owner.bank.id) }
    if live.isEmpty { try await confirm(owner, reader) }
    let worklist = Worklist(live, limit: limit)
    switch output.form {
    case .table:
      return WorklistView.render(
        worklist.conversations.map { $0.map { TriggerFacts($0) } }, owner: owner.name, asOf: asOf,
        notShown: worklist.notShown, snoozed: worklist.snoozed, language: owner.language, style: terminal.style,
        width: terminal.width)
    case .json: return JSONWriter.text(worklist.json(owner, asOf))
    case .csv:
      return CSVWriter.line(ListedTrigger.csvHeader)
        + worklist.conversations.joined().map { CSVWriter.line($0.csv) }.joined()
    }
  }

  private func owner(_ manager: ManagerRow) throws -> WorklistOwner {
    WorklistOwner(
      bank: manager.bank, desk: .manager(manager.id), name: manager.fullName,
      language: try language.language(bankLocale: manager.bank.locale))
  }

  /// An empty list may be one that is not shown; an empty queue that of a branch that is not there.
  private func confirm(_ owner: WorklistOwner, _ reader: ViewReader) async throws {
    guard try await reader.sees(owner.desk, of: owner.bank.id) else {
      throw CommandError(
        .notPermitted, "This list is not shown to the database role that asks",
        next: "log in with the role that source.manager.login names for an active manager, or ask the database's owner")
    }
    guard let branch, !branch.isEmpty, try await !reader.knows(branch: branch, of: owner.bank.id) else { return }
    throw CommandError(
      .badInput, "Bank \(owner.bank.id) has no branch \"\(TextWidth.printable(branch))\"", next: "check --branch")
  }

  private func queue(_ reader: ViewReader) async throws -> WorklistOwner {
    let banks = try await reader.banks(bank)
    guard let found = banks.first, banks.count == 1 else {
      let known = banks.map(\.id.rawValue).joined(separator: ", ")
      if let bank { throw CommandError.noBank(bank) }
      throw banks.isEmpty
        ? CommandError(.badInput, "There is no bank yet", next: "load one with xsell source load")
        : CommandError(.usage, "Several banks have branches: \(known)", next: "name one with --bank")
    }
    let words = try language.language(bankLocale: found.locale)
    let branch = branch ?? ""
    return WorklistOwner(
      bank: found, desk: .queue(branch: branch), name: words.queue(branch: branch), language: words)
  }
}
