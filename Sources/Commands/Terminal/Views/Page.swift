import Banking
import Wording

/// A page of text under construction: what every view needs to know about its reader.
struct Page {
  let language: any Language
  let style: Style
  /// Columns to lay out within.
  let width: Int
  /// Tables are cut to this; nil = shown whole, for a file or a pipe.
  private let limit: Int?
  private var lines: [String] = []

  /// The width prose is laid out for where there is no terminal.
  static let usualWidth = 100
  /// Longer lines of prose are hard to read.
  static let widest = 120

  init(_ language: any Language, _ style: Style, width: Int?) {
    self.language = language
    self.style = style
    self.width = min(width ?? Self.usualWidth, Self.widest)
    limit = width
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func add(_ line: String, _ tone: Style.Tone = .plain) { lines.append(style.paint(line, tone)) }
  mutating func blank() { lines.append("") }

  /// A title at the left with a remark at the right end, or below where there is no room.
  mutating func title(_ text: String, remark: String) {
    let (text, remark) = (TextWidth.printable(text), TextWidth.printable(remark))
    let room = width - TextWidth.of(text) - TextWidth.of(remark)
    if room >= 2 {
      lines.append(style.paint(text, .strong) + String(repeating: " ", count: room) + style.paint(remark, .muted))
    } else {
      for line in TextWidth.wrapped(text, to: width) { add(line, .strong) }
      add(remark, .muted)
    }
  }

  mutating func heading(_ heading: Heading, remark: String? = nil) {
    blank()
    lines.append(
      style.paint(language.heading(heading), .accent) + (remark.map { style.paint(" · \($0)", .muted) } ?? ""))
  }

  mutating func paragraph(_ text: String, indent: Int = 0, _ tone: Style.Tone = .plain) {
    for line in TextWidth.wrapped(TextWidth.printable(text), to: width - indent) {
      lines.append(String(repeating: " ", count: indent) + style.paint(line, tone))
    }
  }

  /// A short mark at the left and the text beside it, wrapped.
  mutating func item(_ mark: String, _ text: String, _ tone: Style.Tone = .plain) {
    let indent = 2 + 8 + 2
    for (place, line) in TextWidth.wrapped(TextWidth.printable(text), to: width - indent).enumerated() {
      let left = place == 0 ? mark : ""
      let room = String(repeating: " ", count: max(0, indent - 2 - TextWidth.of(left)))
      lines.append("  " + style.paint(left, .muted) + room + style.paint(line, tone))
    }
  }

  mutating func table(_ table: Table) { lines += table.lines(style, width: limit) }
  mutating func facts(_ grid: FactGrid) { lines += grid.lines(style, width: width) }
}

extension Page {
  func label(_ label: Label) -> String { language.label(label) }
  func title(_ column: ColumnTitle) -> String { language.title(column) }

  /// `1,940`; the word for unknown where it is.
  func amount(_ money: Money?) -> String { money.map { language.numbers.amount($0) } ?? language.unknown }

  /// `1,940 EUR`.
  func amount(_ money: Money?, _ currency: String) -> String {
    money.map { language.numbers.amount($0, currency) } ?? language.unknown
  }

  /// `820–3,100`.
  func range(_ low: Money?, _ high: Money?) -> String? {
    guard let low, let high else { return nil }
    return "\(language.numbers.amount(low))–\(language.numbers.amount(high))"
  }

  /// For table cells, where a dash says it shorter than the word.
  func brief(_ money: Money?) -> String { money.map { language.numbers.amount($0) } ?? Self.none }

  static let none = "–"

  /// Enough of an identifier to tell it from the others, and what commands accept.
  static func brief(identifier: String) -> String { String(identifier.prefix(8)) }

  func profile(_ name: String, isPinned: Bool) -> String {
    isPinned ? "\(name), \(language.pinned)" : language.profile(name)
  }
}
