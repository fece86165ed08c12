import ArgumentParser

struct SourceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source", abstract: "Works on the source contract's tables.", subcommands: [LoadCommand.self])
}
