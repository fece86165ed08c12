import ArgumentParser
import Banking
import Nightly
import Policy
import PostgresKit
import Store
import Wording

struct ProfilesDiffCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Shows which clients are of another profile than at an earlier date, and why.",
    discussion: """
      A client moves because it changed, or because the profiles were drawn anew: it is scored tonight under the \
      profiles of then to tell which. --csv lists every client that moved, with what it opened and dropped.

      Examples:
        xsell profiles diff --bank NORTH
        xsell profiles diff --bank NORTH --from 2026-03-31 --to 2026-06-30 --csv
      """)

  @Option(name: .long, help: "Bank; may be left out where only one has published.")
  var bank: BankID?

  @Option(name: .long, help: ArgumentHelp("Earlier date; else a month before the later one.", valueName: "date"))
  var from: BusinessDate?

  @Option(name: .long, help: ArgumentHelp("Later date; else that of the publication.", valueName: "date"))
  var to: BusinessDate?

  @OptionGroup var policy: PolicyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ connection: PostgresConnection, _ terminal: Terminal) async throws -> String {
    let bank = try await ProfilesOptions.publishedBank(self.bank, ViewReader(connection))
    let now = to ?? bank.asOf ?? BusinessDate(dayNumber: 0)
    let then = from ?? now.advanced(byMonths: -1)
    guard then < now else {
      throw CommandError(.usage, "--from \(then) is not before --to \(now)", next: "name an earlier date")
    }
    let reading = ProfileDiffReading(connection, bank: bank.id, settings: try policy.load().settings(for: bank.id))
    let diff = try await reading.diff(from: then, to: now)
    switch output.form {
    case .table: return ProfileDiffView(diff).render(style: terminal.style, width: terminal.width)
    case .json: return JSONWriter.text(diff.json)
    case .csv: return CSVWriter.line(ProfileDiff.csvHeader) + diff.moves.map { CSVWriter.line($0.csv) }.joined()
    }
  }
}
