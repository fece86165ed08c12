import ArgumentParser
import Banking
import PostgresKit
import Store

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the last published night and the portfolio as one page with charts.",
    discussion: """
      What ran, the quality of the data, stages, income by profile against the ideal, potential by region and \
      industry, the best conversations, what became of the triggers, whose calls are answered, and the lift. The page \
      holds everything it shows: no script, no network. Its figures are those of the public views.

      Examples:
        xsell report --bank NORTH --html night.html
        xsell report --bank NORTH --html - > night.html
      """)

  @Option(name: .long, help: "Bank; may be left out where only one has published.")
  var bank: BankID?

  @Option(name: .long, help: ArgumentHelp("File to write; - is standard output.", valueName: "file"))
  var html: String

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let connection = try await connection.connect()
    guard html != "-" else { return try StandardOutput.write(try await page(connection)) }
    let file = try FileOutput(path: html)
    do {
      try file.write(try await page(connection))
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Kept apart from the file, so that it can be tested.
  func page(_ connection: PostgresConnection) async throws -> String {
    let reader = ViewReader(connection)
    let bank = try await ProfilesOptions.publishedBank(bank, reader)
    guard let digest = try await NightDigest.read(bank.id, connection) else { throw CommandError.notPublished(bank.id) }
    return NightPage.render(digest, lift: try await Self.lift(bank, reader))
  }

  /// nil where there is nothing to compare yet.
  private static func lift(_ bank: BankRow, _ reader: ViewReader) async throws -> LiftAnswer? {
    guard let began = try await reader.firstTrigger(bank.id), let asOf = bank.asOf,
      let period = LiftPeriod(began: began, until: asOf)
    else { return nil }
    return try await LiftAnswer(bank, period, visible: LiftAnswer.usualVisibleLift, reader)
  }
}
