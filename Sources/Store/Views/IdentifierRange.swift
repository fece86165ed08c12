/// The UUIDs that begin as a text does: what people type of an identifier.
package struct IdentifierRange: Hashable, Sendable {
  package let first: String
  package let last: String

  /// Fewer digits would often fit several.
  package static let fewestDigits = 6

  /// Nil where the text does not begin a UUID: hyphens may be left out, digits may be of either case.
  package init?(beginning text: String) {
    let digits = text.lowercased().filter { $0 != "-" }
    guard (Self.fewestDigits...32).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    first = digits + String(repeating: "0", count: 32 - digits.count)
    last = digits + String(repeating: "f", count: 32 - digits.count)
  }
}
