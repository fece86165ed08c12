import ArgumentParser
import Banking
import PostgresKit
import Store
import Wording

struct RunsListCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the runs, latest first.",
    discussion: """
      Example:
        xsell runs list --bank NORTH --limit 5
      """)

  @Option(name: .long, help: "Only this bank.")
  var bank: BankID?

  @Option(name: .long, help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit = 20

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let rows = try await reader.runs(bank: bank, limit: limit)
    if rows.isEmpty, let bank, try await !reader.knows(bank) { throw CommandError.noBank(bank) }
    switch output.form {
    case .table:
      return RunsView.renderList(
        rows.map { RunFacts($0) }, language: try language.language(bankLocale: nil), style: terminal.style,
        width: terminal.width)
    case .json: return JSONWriter.text(.array(rows.map(\.json)))
    case .csv: return CSVWriter.line(RunRow.csvHeader) + rows.map { CSVWriter.line($0.csv) }.joined()
    }
  }
}
