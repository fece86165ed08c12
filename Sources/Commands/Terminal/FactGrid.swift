/// Named facts in one or two columns, values lined up.
struct FactGrid {
  struct Fact {
    let label: String
    let value: String
    let tone: Style.Tone

    init(_ label: String, _ value: String, _ tone: Style.Tone = .plain) {
      self.label = label
      self.value = TextWidth.printable(value)
      self.tone = tone
    }
  }

  var left: [Fact]
  var right: [Fact] = []
  /// Label width that several grids on a page share.
  var labelWidth = 0

  private static let gap = 3

  var widestLabel: Int { left.reduce(0) { max($0, TextWidth.of($1.label)) } }

  /// The right column starts in the middle of the page, or goes below the left one where the page is too narrow.
  func lines(_ style: Style, width: Int) -> [String] {
    let labels = max(labelWidth, widestLabel)
    let rightLabels = FactGrid(left: right).widestLabel
    let start = max(width / 2, extent(of: left, labels) + Self.gap)
    guard start + extent(of: right, rightLabels) <= width else {
      return (left + right).map { line($0, max(labels, rightLabels), style) }
    }
    return (0..<max(left.count, right.count)).map { place in
      guard place < right.count else { return line(left[place], labels, style) }
      let first = place < left.count ? [left[place]] : []
      let room = String(repeating: " ", count: start - extent(of: first, labels))
      return first.map { line($0, labels, style) }.joined() + room + line(right[place], rightLabels, style)
    }
  }

  private func extent(of facts: [Fact], _ labels: Int) -> Int {
    facts.reduce(0) { max($0, labels + Self.gap + TextWidth.of($1.value)) }
  }

  private func line(_ fact: Fact, _ labels: Int, _ style: Style) -> String {
    let padding = String(repeating: " ", count: labels - TextWidth.of(fact.label) + Self.gap)
    return style.paint(fact.label, .muted) + padding + style.paint(fact.value, fact.tone)
  }
}
