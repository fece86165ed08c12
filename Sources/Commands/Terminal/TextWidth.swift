/// How many columns of a terminal a text takes, by grapheme: ideographs and emoji two, marks and joiners none.
/// Wide ranges: Unicode Standard Annex #11, East Asian Width W and F.
enum TextWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    if let byte = character.asciiValue { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first(where: { !isZeroWidth($0) }) else { return 0 }
    if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
    return isWide(first) ? 2 : 1
  }

  /// At most `width` columns, the cut marked by the ellipsis.
  static func truncated(_ text: String, to width: Int, ellipsis: String) -> String {
    if of(text) <= width { return text }
    let mark = of(ellipsis) <= width ? ellipsis : ""
    var room = max(0, width - of(mark))
    let kept = text.prefix {
      room -= of($0)
      return room >= 0
    }
    return String(kept) + mark
  }

  /// Data made fit to print: white space other than blanks becomes a blank, and control and direction-changing
  /// characters go, so that a name cannot steer the terminal.
  static func printable(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ printable($0) == $0 }) { return text }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.unicodeScalars.compactMap { printable($0) })
    return String(clean)
  }

  /// Nil where there is nothing to print.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: nil
    default: scalar
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
