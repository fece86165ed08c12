/// A drawing inside a page. Colours come from the page's own style sheet by class, so that they follow its theme.
struct SVG {
  enum Anchor: String { case start, middle, end }

  let width: Double
  let height: Double
  /// What the drawing says, for those who do not see it.
  let title: String
  private var body = ""

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body +=
      "<line class=\"\(style)\" x1=\"\(Self.text(x1))\" y1=\"\(Self.text(y1))\" x2=\"\(Self.text(x2))\" "
      + "y2=\"\(Self.text(y2))\"/>\n"
  }

  /// - Parameter hint: shown when the mark is pointed at.
  mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: String, hint: String) {
    body +=
      "<circle class=\"\(style)\" cx=\"\(Self.text(x))\" cy=\"\(Self.text(y))\" r=\"\(Self.text(radius))\">"
      + "<title>\(hint.escapedForMarkup)</title></circle>\n"
  }

  mutating func bar(_ x: Double, _ y: Double, width: Double, height: Double, _ style: String, hint: String) {
    body +=
      "<rect class=\"\(style)\" x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(max(0, width)))\" "
      + "height=\"\(Self.text(height))\" rx=\"2\"><title>\(hint.escapedForMarkup)</title></rect>\n"
  }

  mutating func text(_ x: Double, _ y: Double, _ text: String, _ anchor: Anchor = .start, _ style: String = "") {
    body +=
      "<text class=\"\(style)\" x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" text-anchor=\"\(anchor.rawValue)\">"
      + "\(text.escapedForMarkup)</text>\n"
  }

  /// Upwards to the right, where a line of labels would overlap.
  mutating func slanted(_ x: Double, _ y: Double, _ text: String, _ style: String) {
    body +=
      "<text class=\"\(style)\" transform=\"translate(\(Self.text(x)) \(Self.text(y))) rotate(-40)\">"
      + "\(text.escapedForMarkup)</text>\n"
  }

  /// - Parameter depth: of the colour, from 0 to 1.
  mutating func cell(_ x: Double, _ y: Double, width: Double, height: Double, depth: Double, hint: String) {
    body +=
      "<rect class=\"heat\" x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" "
      + "height=\"\(Self.text(height))\" fill-opacity=\"\((depth * 100).rounded() / 100)\">"
      + "<title>\(hint.escapedForMarkup)</title></rect>\n"
  }

  /// A band from one span at the left to another at the right.
  mutating func band(
    from left: (x: Double, top: Double, bottom: Double), to right: (x: Double, top: Double, bottom: Double),
    _ style: String, hint: String
  ) {
    let middle = Self.text((left.x + right.x) / 2)
    func point(_ x: Double, _ y: Double) -> String { "\(Self.text(x)) \(Self.text(y))" }
    let upper =
      "M\(point(left.x, left.top)) C\(middle) \(Self.text(left.top)) \(middle) \(Self.text(right.top)) \(point(right.x, right.top))"
    let lower =
      "L\(point(right.x, right.bottom)) C\(middle) \(Self.text(right.bottom)) \(middle) \(Self.text(left.bottom)) \(point(left.x, left.bottom)) Z"
    body += "<path class=\"\(style)\" d=\"\(upper) \(lower)\"><title>\(hint.escapedForMarkup)</title></path>\n"
  }

  mutating func path(_ points: [(x: Double, y: Double)], _ style: String) {
    let steps = points.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
    body += "<polyline class=\"\(style)\" points=\"\(steps)\"/>\n"
  }

  var markup: String {
    "<svg role=\"img\" viewBox=\"0 0 \(Self.text(width)) \(Self.text(height))\" "
      + "style=\"max-width:\(Self.text(width))px\"><title>\(title.escapedForMarkup)</title>\n\(body)</svg>\n"
  }

  /// A tenth of a pixel is fine enough.
  private static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    return "\((max(-1e6, min(1e6, value)) * 10).rounded() / 10)"
  }
}

extension String {
  /// For HTML and SVG, in text and in attributes.
  var escapedForMarkup: String {
    var escaped = ""
    for scalar in TextWidth.printable(self).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
