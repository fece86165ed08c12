import ArgumentParser

struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "Shows the ledger of nightly runs.",
    subcommands: [RunsListCommand.self, RunsShowCommand.self, RunsDiffCommand.self])
}
