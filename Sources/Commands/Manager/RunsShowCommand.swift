import ArgumentParser
import Banking
import PostgresKit
import Store
import Wording

struct RunsShowCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one run: its stages, its counts and its manifest.",
    discussion: """
      Example:
        xsell runs show 5c1d0f7e
      """)

  @Argument(help: ArgumentHelp("Run: its ID or the first 6 digits of it, or more.", valueName: "id"))
  var id: IdentifierRange

  @Option(name: .long, help: "Only this bank.")
  var bank: BankID?

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  /// How many are named in a message.
  private static let named = 10

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let run = try single(await ViewReader(connection).runs(bank: bank, id, limit: Self.named))
    switch output.form {
    case .table:
      return RunsView.render(
        RunFacts(run), language: try language.language(bankLocale: nil), style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(run.json)
    case .csv: return CSVWriter.line(RunRow.csvHeader) + CSVWriter.line(run.csv)
    }
  }

  private func single(_ runs: [RunRow]) throws(CommandError) -> RunRow {
    guard let run = runs.first else {
      throw CommandError(.badInput, "There is no such run", next: "take its ID from xsell runs list")
    }
    guard runs.count == 1 else {
      let list = runs.map(\.id).joined(separator: ", ")
      throw CommandError(.usage, "Several runs begin like this: \(list)", next: "give more digits")
    }
    return run
  }
}
