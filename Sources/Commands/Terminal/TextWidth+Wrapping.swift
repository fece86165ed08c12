extension TextWidth {
  /// Breaks at blanks (never at no-break spaces) into lines of at most `width` columns; a word that is longer than a
  /// line, as Chinese has them, is broken where the line ends.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (word, length) in text.split(separator: " " as Character).flatMap({ pieces(of: $0, width: max(2, width)) }) {
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { line += " " }
      line.append(contentsOf: word)
      used += length + (used > 0 ? 1 : 0)
    }
    return used > 0 ? lines + [line] : lines
  }

  private static func pieces(of word: Substring, width: Int) -> [(text: Substring, width: Int)] {
    let whole = of(String(word))
    if whole <= width { return [(word, whole)] }
    var pieces: [(text: Substring, width: Int)] = []
    var rest = word
    while !rest.isEmpty {
      var used = 0
      let piece = rest.prefix {
        used += of($0)
        return used <= width
      }
      pieces.append((piece, of(String(piece))))
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}
