/// The languages there are, and the choice between them.
package enum Languages {
  package static let all: [any Language] = [English(), Russian()]

  /// By ISO 639-1 code or locale name: `ru`, `ru_RU.UTF-8`.
  package static func named(_ name: String) -> (any Language)? {
    let code = name.prefix { $0.isLetter }.lowercased()
    return all.first { $0.code == code }
  }

  /// What was asked for; else the bank's locale; else the environment; else English.
  ///
  /// - Parameters:
  ///   - explicit: `--lang`.
  ///   - environment: `LC_ALL`, `LC_MESSAGES` and `LANG` are looked at, in this order.
  /// - Returns: nil only where a language was asked for that there is not.
  package static func choose(explicit: String?, bankLocale: String?, environment: [String: String]) -> (any Language)? {
    if let explicit { return named(explicit) }
    if let language = bankLocale.flatMap(named) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap(named) ?? English()
  }
}
