import ArgumentParser
import Wording

struct LanguageOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Language to answer in (\(Languages.all.map(\.code).joined(separator: ", "))), instead of the bank's.",
      valueName: "code"))
  var lang: String?

  /// - Parameter bankLocale: of the bank that is spoken of, where it is one.
  func language(bankLocale: String?) throws(CommandError) -> any Language {
    let language = Languages.choose(explicit: lang, bankLocale: bankLocale, environment: Terminal.environment())
    guard let language else {
      let known = Languages.all.map(\.code).joined(separator: " or ")
      throw CommandError(.usage, "There is no language \"\(lang ?? "")\"", next: "use --lang \(known)")
    }
    return language
  }
}
