import ArgumentParser
import Triggers

struct TriggerWonCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "won", abstract: "The client agreed.",
    discussion: """
      Example:
        xsell trigger won 0b9e2c11
      """)

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  var action: TriggerAction { .win }
}
