import ArgumentParser
import Store

/// What every command about one trigger takes.
struct TriggerOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Trigger: its ID or the first 6 digits of it, or more.", valueName: "id"))
  var id: IdentifierRange

  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var connection: ConnectionOptions
}
