import Yams

extension Node {
  /// An empty value, `~` or `null`.
  var isNothing: Bool { plainText.map { ["", "~", "null"].contains($0) } ?? false }

  /// The text of an unquoted scalar: only these are numbers and flags.
  var plainText: String? {
    guard case .scalar(let scalar) = self, scalar.style == .plain || scalar.style == .any else { return nil }
    return scalar.string
  }

  /// The text of any scalar.
  var anyText: String? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar.string
  }

  /// The items of a list.
  var items: [Node]? {
    guard case .sequence(let items) = self else { return nil }
    return Array(items)
  }

  /// A plain number's text without the underscores that group its digits; nil for words such as `inf`.
  var digits: String? {
    guard let text = plainText, let first = text.unicodeScalars.first, first != "_",
      text.unicodeScalars.allSatisfy({ "0123456789+-._eE".unicodeScalars.contains($0) })
    else { return nil }
    return text.filter { $0 != "_" }
  }

  /// Completes "found …".
  var found: String {
    switch self {
    case .mapping: return "a section"
    case .alias: return "an alias"
    case .sequence(let items):
      let texts = items.compactMap(\.anyText)
      return texts.count == items.count ? "[\(shortened(texts.joined(separator: ", ")))]" : "a list of \(items.count)"
    case .scalar(let scalar): return isNothing ? "nothing" : quoted(shortened(scalar.string))
    }
  }

  private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }
}
