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

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let run = try await ViewReader(connection).run(id, bank: bank)
    switch output.form {
    case .table:
      return RunsView.render(
        RunFacts(run), language: try language.language(bankLocale: nil), style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(run.json)
    case .csv: return CSVWriter.line(RunRow.csvHeader) + CSVWriter.line(run.csv)
    }
  }
}
