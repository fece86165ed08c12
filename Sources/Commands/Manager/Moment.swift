/// Moments as the views give them (`2026-07-01T09:05:00Z`) for people.
enum Moment {
  /// To the minute, and whose time it is: `2026-07-01 09:05 UTC`.
  static func brief(_ text: String) -> String {
    String(text.prefix(16).map { $0 == "T" ? " " : $0 }) + " UTC"
  }
}
