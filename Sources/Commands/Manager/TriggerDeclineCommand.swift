import ArgumentParser
import Triggers

struct TriggerDeclineCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "The client does not want it.",
    discussion: """
      Example:
        xsell trigger decline 0b9e2c11 --reason price
      """)

  @Option(name: .long, help: "Why.")
  var reason: RefusalReason

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  var action: TriggerAction { .decline(reason) }
}

extension RefusalReason: ExpressibleByArgument {}
