extension TextWidth {
  /// Breaks at blanks (never at no-break spaces) into lines of at most `width` columns; a word that is longer than a
  /// line, as Chinese has them, is broken where the line ends.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " " as Character).flatMap({ pieces(of: $0, width: max(2, width)) }) {
      let length = of(word)
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { line += " " }
      line += word
      used += length + (used > 0 ? 1 : 0)
    }
    return used > 0 ? lines + [line] : lines
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for character in word {
      let length = of(character)
      if used + length > width {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += length
    }
    return pieces
  }
}
