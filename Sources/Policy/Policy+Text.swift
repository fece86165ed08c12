package import Banking

extension Policy {
  /// For hashing what a bank's night rests on; see `PolicySettings.canonicalText`.
  package func canonicalText(for bank: BankID) -> String { settings(for: bank).canonicalText }

  /// For hashing the whole policy: the defaults, then every named bank in order.
  package var canonicalText: String {
    banks.keys.sorted().reduce("[defaults]\n" + defaults.canonicalText) {
      $0 + "[bank \(quoted($1.rawValue))]\n" + canonicalText(for: $1)
    }
  }

  /// What differs from the rooms' defaults, and for each named bank from the file's, a line each with secrets hidden.
  package var redactedSummary: String {
    let general = defaults.summary(against: PolicySettings(), prefix: "")
    let own = banks.keys.sorted().map {
      settings(for: $0).summary(against: defaults, prefix: "banks.\($0.rawValue).")
    }
    let text = general + own.joined()
    return text.isEmpty ? "all settings at their defaults\n" : text
  }
}
