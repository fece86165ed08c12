/// Rows under aligned titles, cut to the width of the terminal.
struct Table {
  struct Column {
    enum Alignment { case left, right }

    let title: String
    var alignment = Alignment.left
    /// The width a column may be narrowed to; nil = it is always shown whole.
    var minimumWidth: Int?

    static func left(_ title: String, min minimumWidth: Int? = nil) -> Column {
      Column(title: title, minimumWidth: minimumWidth)
    }
    static func right(_ title: String) -> Column { Column(title: title, alignment: .right) }
  }

  struct Cell {
    let text: String
    let tone: Style.Tone

    init(_ text: String, _ tone: Style.Tone = .plain) {
      self.text = TextWidth.printable(text)
      self.tone = tone
    }
  }

  let columns: [Column]
  /// As many cells a row as there are columns.
  var rows: [[Cell]]

  init(_ columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  private static let gap = 2

  /// - Parameter width: nil = as wide as the cells are.
  func lines(_ style: Style, width: Int?) -> [String] {
    let widths = widths(within: width)
    let titles = line(columns.map { Cell($0.title, .strong) }, widths, style)
    let rule = style.paint(style.rule(widths.reduce(0, +) + Self.gap * (columns.count - 1)), .muted)
    return [titles, rule] + rows.map { line($0, widths, style) }
  }

  /// Narrows the widest of the columns that may be narrowed, a column at a time, until the row fits.
  private func widths(within limit: Int?) -> [Int] {
    var widths = columns.indices.map { place in
      rows.reduce(TextWidth.of(columns[place].title)) { max($0, TextWidth.of($1[place].text)) }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - limit
    while excess > 0 {
      let narrowable = columns.indices.filter { widths[$0] > columns[$0].minimumWidth ?? Int.max }
      guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ style: Style) -> String {
    var line = ""
    var owed = 0
    for (place, cell) in cells.enumerated() {
      let text = TextWidth.truncated(cell.text, to: widths[place], ellipsis: style.ellipsis)
      let room = widths[place] - TextWidth.of(text)
      if columns[place].alignment == .right { owed += room }
      if !text.isEmpty {
        line += String(repeating: " ", count: owed) + style.paint(text, cell.tone)
        owed = 0
      }
      if columns[place].alignment == .left { owed += room }
      owed += Self.gap
    }
    return line
  }
}
