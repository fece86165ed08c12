import Testing
import Wording

struct LanguagesTests {
  @Test(
    "the command line is asked first, then the bank, then the environment, then English is spoken",
    arguments: [
      ("ru", "en", ["LANG": "en_GB.UTF-8"], "ru"), ("RU_ru.UTF-8", nil, [:], "ru"), (nil, "ru", [:], "ru"),
      (nil, "zh", ["LANG": "ru_RU.UTF-8"], "ru"), (nil, "zh", [:], "en"), (nil, nil, ["LANG": "ru_RU.UTF-8"], "ru"),
      (nil, nil, ["LANG": "ru_RU.UTF-8", "LC_ALL": "en_US.UTF-8"], "en"),
      (nil, nil, ["LANG": "ru_RU.UTF-8", "LC_ALL": ""], "ru"), (nil, nil, ["LANG": "C"], "en"),
    ] as [(String?, String?, [String: String], String)])
  func choice(explicit: String?, bankLocale: String?, environment: [String: String], expected: String) {
    let language = Languages.choose(explicit: explicit, bankLocale: bankLocale, environment: environment)
    #expect(language?.code == expected)
  }

  @Test("a language that there is not is refused where it was asked for by name")
  func unknownLanguage() {
    #expect(Languages.choose(explicit: "zh", bankLocale: "ru", environment: [:]) == nil)
  }
}
