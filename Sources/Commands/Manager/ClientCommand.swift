import ArgumentParser
import Banking
import PostgresKit
import Store
import Wording

struct ClientCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Shows a client's card and what to offer it, with the reasons.",
    discussion: """
      Shows what is offered and the best ten of what the client does not hold; --all ranks every product.

      Examples:
        xsell client 7701234567
        xsell client 7701234567 --why-not LEASING
      """)

  @Argument(help: ArgumentHelp("Number of the client: its tax or CIF number.", valueName: "no"))
  var number: String

  @Option(name: .long, help: "Bank of the client, where several know the number.")
  var bank: BankID?

  @Flag(name: .long, help: "Show every product.")
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp("Say why this product (code or name) is not offered.", valueName: "product"))
  var whyNot: String?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let page = try Self.single(await reader.clients(number: number, bank: bank), bank: bank)
    let card = try Self.card(of: page)
    let most = ClientAnswer.timelineLength
    let history = try await reader.history(of: page.id, bank: page.bank.id, limit: most)
    let changes = try await reader.stageChanges(of: page.id, bank: page.bank.id, limit: most)
    let answer = ClientAnswer(
      page: page, card: card, history: history, stageChanges: changes,
      language: try language.language(bankLocale: page.bank.locale),
      terminal: terminal)
    guard let whyNot else { return answer.text(showsAll: all, output.form) }
    return answer.text(whyNot: try Self.product(whyNot, of: page), output.form)
  }

  private static func single(_ pages: [ClientPage], bank: BankID?) throws(CommandError) -> ClientPage {
    guard let page = pages.first else {
      let place = bank.map { "bank \($0)" } ?? "any bank"
      throw CommandError(.badInput, "No client of \(place) has this number", next: "check the number and the bank")
    }
    guard pages.count == 1 else {
      let banks = pages.map(\.bank.id.rawValue).joined(separator: ", ")
      throw CommandError(.usage, "Several banks have a client with this number: \(banks)", next: "name one with --bank")
    }
    return page
  }

  private static func card(of page: ClientPage) throws(CommandError) -> ClientCardRow {
    if let card = page.card { return card }
    let bank = page.bank.id
    guard let asOf = page.bank.asOf else { throw .notPublished(bank) }
    throw CommandError(
      .badInput, "The client is not in what bank \(bank) has published as of \(asOf)",
      next: "see whether xsell check --bank \(bank) --as-of \(asOf) sets it aside, else run xsell nightly "
        + "--bank \(bank) with a later --as-of")
  }

  /// By code, else by name, in either case of letters.
  private static func product(_ wanted: String, of page: ClientPage) throws(CommandError) -> ClientProduct {
    let key = wanted.lowercased()
    let products = page.products.filter { $0.code != nil }
    let found =
      products.first { $0.code?.rawValue.lowercased() == key } ?? products.first { $0.name?.lowercased() == key }
    if let found { return found }
    let codes = products.compactMap(\.code?.rawValue).sorted().joined(separator: ", ")
    throw CommandError(
      .badInput, "Bank \(page.bank.id) has no product \"\(TextWidth.printable(wanted))\"", next: "name one of \(codes)")
  }
}

extension CommandError {
  static func noBank(_ bank: BankID) -> CommandError {
    CommandError(.badInput, "There is no bank \(bank)", next: "check --bank")
  }

  static func notPublished(_ bank: BankID) -> CommandError {
    CommandError(
      .badInput, "Nothing has been published of bank \(bank) yet", next: "run xsell nightly --bank \(bank) --as-of DATE"
    )
  }
}
