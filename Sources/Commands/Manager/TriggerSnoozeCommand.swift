import ArgumentParser
import Banking
import Triggers

struct TriggerSnoozeCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Puts the conversation off until a date.",
    discussion: """
      Example:
        xsell trigger snooze 0b9e2c11 --until 2026-08-01
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("Day on which it comes back, as YYYY-MM-DD; at most a year ahead.", valueName: "date"))
  var until: BusinessDate

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  var action: TriggerAction { .snooze(until: until) }
}
