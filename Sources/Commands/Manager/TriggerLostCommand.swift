import ArgumentParser
import Triggers

struct TriggerLostCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "lost", abstract: "The conversation came to nothing.",
    discussion: """
      Example:
        xsell trigger lost 0b9e2c11
      """)

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  var action: TriggerAction { .lose }
}
