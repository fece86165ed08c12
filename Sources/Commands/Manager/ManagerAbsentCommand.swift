import ArgumentParser
import Banking
import PostgresKit
import Store

struct ManagerAbsentCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "absent", abstract: "A manager will be away.",
    discussion: """
      Example:
        xsell manager absent 17 --from 2026-07-06 --until 2026-07-17 \\
            --deputy "Ivan Ivanov"
      """)

  @Argument(help: "Manager: number, full name or login.")
  var manager: String

  @Option(name: .long, help: ArgumentHelp("First day away, as YYYY-MM-DD.", valueName: "date"))
  var from: BusinessDate

  @Option(
    name: .long, help: ArgumentHelp("Last day away, as YYYY-MM-DD; else until said otherwise.", valueName: "date"))
  var until: BusinessDate?

  @Option(name: .long, help: "Who takes the calls: number, full name or login; else the branch's queue.")
  var deputy: String?

  @Option(name: .long, help: "Bank of the manager.")
  var bank: BankID?

  @OptionGroup var noting: ActorOptions

  @OptionGroup var connection: ConnectionOptions

  var isWriting: Bool { true }

  func validate() throws {
    if let until, until < from { throw ValidationError("--until must not lie before --from.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let managers = try await ViewReader(connection).managers(bank: bank)
    let absent = try ManagerSearch(wanted: manager, bank: bank).one(of: managers)
    let colleagues = managers.filter { $0.bank.id == absent.bank.id }
    let deputy = try deputy.map { try ManagerSearch(wanted: $0, bank: absent.bank.id).one(of: colleagues) }
    if deputy?.id == absent.id {
      throw CommandError(.usage, "Nobody is his own deputy", next: "name somebody else with --deputy, or nobody")
    }
    if let deputy, !deputy.isActive {
      throw CommandError(
        .badInput, "\(TextWidth.printable(deputy.fullName)) is not active and takes no calls",
        next: "name somebody else with --deputy, or nobody")
    }
    try await AbsenceBook(connection).add(
      absent.id, of: absent.bank.id, from: from, until: until, deputy: deputy?.id, actor: noting.actor)
    let days = until.map { "from \(from) to \($0)" } ?? "from \(from) on"
    let queue = absent.branch.isEmpty ? "the bank's queue" : "the queue of \(absent.branch)"
    let taker = deputy.map { "\($0.fullName), or \(queue) on days when the deputy is away as well," } ?? queue
    return "\(TextWidth.printable(absent.fullName)) is away \(days); \(TextWidth.printable(taker)) takes the calls.\n"
  }
}
