import ArgumentParser
import Triggers

struct TriggerAcceptCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "The manager takes the conversation on.",
    discussion: """
      Example:
        xsell trigger accept 0b9e2c11
      """)

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  var action: TriggerAction { .accept }
}
