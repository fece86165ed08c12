import ArgumentParser

struct TriggerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trigger",
    abstract: "Shows a conversation with a client, and takes the manager's answer.",
    discussion: """
      An ID may be shortened to its first 6 digits or more. Every answer is written to the history.

      Examples:
        xsell trigger show 0b9e2c11
        xsell trigger decline 0b9e2c11 --reason price --note "twice as dear"
      """,
    subcommands: [
      TriggerShowCommand.self, TriggerAcceptCommand.self, TriggerDeclineCommand.self, TriggerSnoozeCommand.self,
      TriggerWonCommand.self, TriggerLostCommand.self, TriggerQualifyCommand.self,
    ])
}
