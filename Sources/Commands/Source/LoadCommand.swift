import ArgumentParser
import Banking
import PostgresKit
import Store

struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Loads a source pack: one <relation>.csv or .csv.gz a relation.",
    discussion: """
      The first line of a file names the columns, in any order; an empty field is NULL; text is UTF-8. bank, client, \
      product and account must be there. All rows of the pack's banks are replaced in one transaction; a pack with a \
      fault in it is refused whole, with file, line and reason.

      Example:
        xsell source load packs/north --bank NORTH
      """)

  @Argument(help: ArgumentHelp("Folder of the pack.", valueName: "dir"))
  var folder: String

  @Option(name: .long, help: "Bank whose pack it is: rows of another are refused.")
  var bank: BankID?

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await connection.connect()
    let progress = Progress(Terminal.current())
    let started = ContinuousClock.now
    let load = SourceLoad(connection) { Self.tell($0, progress) }
    let report: LoadReport
    do {
      report = try await load.load(folder: folder, bank: bank?.rawValue)
    } catch {
      progress.finish()
      throw error
    }
    progress.finish()
    do {
      try StandardOutput.write(LoadView(report: report, elapsed: ContinuousClock.now - started).text(output.form))
    } catch {
      throw StandardOutput.untold(error, "the pack is loaded", next: "do not repeat it")
    }
  }

  private static func tell(_ event: LoadEvent, _ progress: Progress) {
    switch event {
    case .tablesCreated:
      StandardError.line("xsell: the database has no schema source; its tables are created.")
    case .fileIgnored(let name):
      StandardError.line("xsell: warning: \(name) belongs to no relation and is left alone.")
    case .reading(let file, let share): progress.report("reading \(file)", share: share)
    case .writing(let relation): progress.report("writing \(relation)", share: nil)
    case .notAnalysed(let relation, let reason):
      StandardError.line(
        "xsell: warning: the rows are loaded, but the statistics are not fresh (\(reason)); run analyze source.\(relation)."
      )
    case .analysing(let relation): progress.report("analysing \(relation)", share: nil)
    }
  }
}
