import Glibc

/// What the process is connected to.
struct Terminal: Sendable {
  /// Columns to write within; nil where the output is not a terminal and nothing has to be cut.
  let width: Int?
  let style: Style
  /// Whether standard error is watched by somebody.
  let showsProgress: Bool

  /// The narrowest page that is worth laying out; a narrower window wraps by itself.
  static let narrowest = 60

  static func current() -> Terminal {
    let environment = environment()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Terminal(
      width: isTerminal ? max(narrowest, columns() ?? Int(environment["COLUMNS"] ?? "") ?? 100) : nil,
      style: Style(isTerminal: isTerminal, environment: environment),
      showsProgress: isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb")
  }

  /// The variables that decide on looks and language.
  static func environment() -> [String: String] {
    var values: [String: String] = [:]
    for name in ["NO_COLOR", "TERM", "COLUMNS", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  private static func columns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
