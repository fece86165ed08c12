import ArgumentParser
import Banking

/// What every answer of a manager takes.
struct TriggerAnswerOptions: ParsableArguments {
  @Option(name: .long, help: "What to remember of it.")
  var note: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Business date on which it happened, as YYYY-MM-DD; else the bank's as-of date. At most 62 days after that.",
      valueName: "date"))
  var on: BusinessDate?

  @OptionGroup var answering: ActorOptions
}
