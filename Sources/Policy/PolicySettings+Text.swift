import Banking
import Triggers

extension PolicySettings {
  /// A setting as it came out, ready to be written.
  struct Value: Equatable {
    let path: String
    let text: String
    let isSecret: Bool
    let shapesResult: Bool

    /// Of a section that only says which calls are made.
    var isOfCalls: Bool { ["triggers.", "products."].contains { path.hasPrefix($0) } }

    fileprivate init<Root>(_ key: PolicyKey<Root>, of root: Root, under prefix: String = "") {
      path = prefix + key.path.joined(separator: ".")
      text = key.text(root)
      isSecret = key.isSecret
      shapesResult = key.shapesResult
    }
  }

  /// Every setting, in order of path.
  var values: [Value] {
    var values = PolicyTable.keys.map { Value($0, of: self) }
    for (code, rule) in triggers.products {
      let prefix = "products.\(quoted(code.rawValue))."
      values += PolicyTable.productRule.map { Value($0, of: rule, under: prefix) }
    }
    for (position, profile) in pinnedProfiles.enumerated() {
      let draft = PinnedProfileDraft(profile)
      let prefix = "pinned_profiles[\(position + 1)]."
      values += PolicyTable.pinnedProfile.map { Value($0, of: draft, under: prefix) }
    }
    return values.sorted { $0.path < $1.path }
  }

  /// One line a setting, in one order and one spelling, for hashing: two policies that lead to the same night have the
  /// same text. Settings that change no result (threads) are left out. Not for logs: nothing is redacted.
  package var canonicalText: String {
    values.filter(\.shapesResult).map { "\($0.path)=\($0.text)\n" }.joined()
  }

  /// What of it a night learns by: not which calls are made of what it learned, so that nobody's chances change in the middle
  /// of a month because a limit on calls does.
  package var teachingText: String {
    values.filter { $0.shapesResult && !$0.isOfCalls }.map { "\($0.path)=\($0.text)\n" }.joined()
  }

  /// What shapes a night's result by path, as a file spells it; secrets hidden. For the ledger.
  package var settingsForLedger: [(path: String, text: String)] {
    values.filter(\.shapesResult).map { ($0.path, $0.isSecret ? "(hidden)" : $0.text) }
  }

  /// One line for each setting that differs from `base`, secrets hidden: for logs. Empty where nothing differs.
  func summary(against base: PolicySettings, prefix: String) -> String {
    let usual = Dictionary(base.values.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    let mine = values
    let gone = Set(usual.keys).subtracting(mine.map(\.path)).sorted().map { "\(prefix)\($0): removed\n" }
    let changed = mine.filter { usual[$0.path] != $0.text }.map { value in
      value.isSecret
        ? "\(prefix)\(value.path): (hidden)\n"
        : "\(prefix)\(value.path): \(value.text)\(usual[value.path].map { " (default \($0))" } ?? "")\n"
    }
    return (changed + gone).joined()
  }
}
