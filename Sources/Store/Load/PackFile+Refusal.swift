import PostgresKit
import Schema

extension PackFile {
  /// What the server's refusal of a row means, in words and without the value; nil where the row is not to blame.
  func refusal(_ error: ServerError, banks: [String]) -> SourceLoadError? {
    guard let place = error.copyLocation, let reason = reason(error, place, banks) else { return nil }
    return .badRow(file: name, line: place.line, column: place.column ?? error.column, reason: reason)
  }

  private func reason(_ error: ServerError, _ place: CopyLocation, _ banks: [String]) -> String? {
    let type = (place.column ?? error.column).flatMap { relation.column($0)?.type }
    switch error.sqlState {
    case .badCopyFileFormat: return Self.formatFault(error.messageThatMayQuoteClientData)
    case .notNullViolation: return "a value is required and the field is empty"
    case .checkViolation where error.constraint == Query.bankOfPack:
      return "the row is of another bank than \(banks.joined(separator: ", "))"
    case .checkViolation: return type.map { "expected \($0.writtenForm)" }
    case .numericValueOutOfRange: return "the number is too large"
    case SQLState(rawValue: "22001"): return "the text is too long"
    case SQLState(rawValue: "22021"), SQLState(rawValue: "22P05"): return "the line is not UTF-8"
    case let state where state.rawValue.hasPrefix("22"):
      return type.map { "expected \($0.writtenForm)" } ?? state.conditionName
    default: return nil
    }
  }

  /// The server has one condition for everything that is wrong with a line, and tells more in words; in another language
  /// than English only what all have in common is said.
  private static func formatFault(_ words: String) -> String {
    if words.hasPrefix("missing data for column") { return "too few fields" }
    if words.hasPrefix("extra data after last expected column") { return "too many fields" }
    if words.hasPrefix("unterminated CSV quoted field") { return "a quote is opened and never closed" }
    if words.hasPrefix("unquoted") {
      return "line ends are not the same throughout the file, or a line break is not in quotes"
    }
    return "wrong number of fields or a broken quote"
  }
}
