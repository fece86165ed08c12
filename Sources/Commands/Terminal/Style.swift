/// How output may look: colour only where somebody sees it, box-drawing characters only where they can be shown.
struct Style: Sendable {
  enum Tone: Sendable {
    case plain, strong, muted, good, warning, bad, accent
  }

  let isColoured: Bool
  let isUnicode: Bool

  static let plain = Style(isColoured: false, isUnicode: true)

  init(isColoured: Bool, isUnicode: Bool) {
    self.isColoured = isColoured
    self.isUnicode = isUnicode
  }

  /// - Parameter environment: `NO_COLOR` (no-color.org: any value but the empty one), `TERM`, and the locale's variables
  ///   in their order of precedence are looked at.
  init(isTerminal: Bool, environment: [String: String]) {
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty
    isColoured = isTerminal && !isRefused && environment["TERM"] != "dumb"
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    isUnicode = name.contains("utf-8") || name.contains("utf8")
  }

  var ellipsis: String { isUnicode ? "…" : "..." }

  func rule(_ width: Int) -> String { String(repeating: isUnicode ? "─" : "-", count: max(0, width)) }

  func paint(_ text: String, _ tone: Tone) -> String {
    guard isColoured, !text.isEmpty, let code = tone.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Style.Tone {
  /// SGR parameter (ECMA-48); nil = as it is.
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .muted: "2"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    case .accent: "36"
    }
  }
}
