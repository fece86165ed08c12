import ArgumentParser
import Banking
import PostgresKit
import Store

struct ManagerBackCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "back", abstract: "A manager is back.",
    discussion: """
      Example:
        xsell manager back 17 --on 2026-07-13
      """)

  @Argument(help: "Manager: number, full name or login.")
  var manager: String

  @Option(name: .long, help: ArgumentHelp("First day back, as YYYY-MM-DD.", valueName: "date"))
  var on: BusinessDate

  @Option(name: .long, help: "Bank of the manager.")
  var bank: BankID?

  @OptionGroup var connection: ConnectionOptions

  var isWriting: Bool { true }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let found = try await ManagerSearch(wanted: manager, bank: bank).one(of: ViewReader(connection))
    let ended = try await AbsenceBook(connection).end(found.id, of: found.bank.id, backOn: on)
    guard ended > 0 else {
      throw CommandError(
        .badInput, "\(TextWidth.printable(found.fullName)) is not away on \(on) or later",
        next: "check the manager and the date")
    }
    return "\(TextWidth.printable(found.fullName)) is back from \(on) on.\n"
  }
}
