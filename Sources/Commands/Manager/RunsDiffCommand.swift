import ArgumentParser
import Banking
import PostgresKit
import Store
import Wording

struct RunsDiffCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows what differs between two runs: settings, input, counts and times.",
    discussion: """
      Without runs, those of the last two nights that were published.

      Examples:
        xsell runs diff --bank NORTH
        xsell runs diff 5c1d0f7e ec3f8477
      """)

  @Argument(help: ArgumentHelp("Earlier run: its ID or the first 6 digits of it, or more.", valueName: "earlier"))
  var earlier: IdentifierRange?

  @Argument(help: ArgumentHelp("Later run.", valueName: "later"))
  var later: IdentifierRange?

  @Option(name: .long, help: "Only this bank.")
  var bank: BankID?

  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    if earlier != nil, later == nil { throw ValidationError("Name two runs, or none.") }
  }

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let reader = ViewReader(connection)
    let (earlier, later) = try await runs(reader)
    guard earlier.id != later.id else {
      throw CommandError(.usage, "Both are the same run", next: "take two from xsell runs list")
    }
    for run in [earlier, later] where run.manifest == "{}" {
      throw CommandError(
        .badInput, "Run \(Page.brief(identifier: run.id)) came to nothing that could be compared (\(run.state))",
        next: "see why with xsell runs show \(Page.brief(identifier: run.id))")
    }
    let diff = RunDiff(
      earlier: earlier, later: later,
      differences: try await reader.differences(between: earlier.id, and: later.id))
    switch output.form {
    case .table: return RunDiffView(diff).render(style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(diff.json)
    case .csv:
      return CSVWriter.line(RunDifference.csvHeader) + diff.differences.map { CSVWriter.line($0.csv) }.joined()
    }
  }

  private func runs(_ reader: ViewReader) async throws -> (RunRow, RunRow) {
    guard let earlier, let later else { return try await reader.lastPublishedPair(of: bank) }
    return (try await reader.run(earlier, bank: bank), try await reader.run(later, bank: bank))
  }
}
