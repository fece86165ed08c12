import ArgumentParser
import Banking
import Triggers

struct TriggerDeclineCommand: TriggerAnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "The client does not want it.",
    discussion: """
      Example:
        xsell trigger decline 0b9e2c11 --reason price
        xsell trigger decline 0b9e2c11 --reason not_now --ask-on 2026-09-01
      """)

  @Option(name: .long, help: "Why.")
  var reason: RefusalReason

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Day from which the client wants to be asked again, as YYYY-MM-DD, at most a year ahead; with --reason not_now.",
      valueName: "date"))
  var askOn: BusinessDate?

  @OptionGroup var trigger: TriggerOptions
  @OptionGroup var details: TriggerAnswerOptions

  func validate() throws {
    if askOn != nil, reason != .notNow { throw ValidationError("--ask-on goes with --reason not_now.") }
  }

  var action: TriggerAction { .decline(reason, askOn: askOn) }
}

extension RefusalReason: ExpressibleByArgument {}
