import ArgumentParser
import Nightly

/// The command line.
struct Xsell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xsell",
    abstract: "Finds what a bank's small-business clients lack, and tells their managers.",
    discussion: """
      The database is the one that libpq finds by itself (PGHOST, PGDATABASE, PGSERVICE, …), or --database-url.

      Exit codes:
      \(ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))
      """,
    version: ProgramVersion.current,
    subcommands: [
      DemoCommand.self,
      MigrateCommand.self,
      SourceCommand.self,
      CheckCommand.self,
      NightlyCommand.self,
      ExportCommand.self,
      ClientCommand.self,
      WorklistCommand.self,
      TriggerCommand.self,
      ProfilesCommand.self,
      BacktestCommand.self,
      LiftCommand.self,
      ReportCommand.self,
      RunsCommand.self,
    ])
}
