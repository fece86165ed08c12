import ArgumentParser

struct ProfilesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "Shows what the ideal clients look like.",
    subcommands: [
      ProfilesListCommand.self, ProfilesShowCommand.self, ProfilesDiffCommand.self, ProfilesExportCommand.self,
    ])
}
