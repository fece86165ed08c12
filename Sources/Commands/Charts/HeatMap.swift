/// A table of values whose cells are the darker, the larger they are.
struct HeatMap {
  let title: String
  let rows: [String]
  let columns: [String]
  /// By row, then column; nil = nothing there.
  let values: [[Double?]]
  /// What a cell says, and what it says when pointed at.
  let text: (Double) -> String
  let hint: (Int, Int, Double) -> String

  private static let (labels, head, height, widest) = (150.0, 92.0, 26.0, 74.0)

  var markup: String {
    let width = min(Self.widest, (960 - Self.labels) / Double(max(1, columns.count)))
    var svg = SVG(
      width: Self.labels + width * Double(columns.count) + 40, height: Self.head + Self.height * Double(rows.count),
      title: title)
    for (place, column) in columns.enumerated() {
      let x = Self.labels + (Double(place) + 0.4) * width
      svg.slanted(x, Self.head - 8, TextWidth.truncated(column, to: 16, ellipsis: "…"), "tick")
    }
    let most = values.joined().compactMap(\.self).max() ?? 0
    for (place, row) in rows.enumerated() {
      let y = Self.head + Double(place) * Self.height
      svg.text(Self.labels - 10, y + 17, TextWidth.truncated(row, to: 20, ellipsis: "…"), .end)
      for (column, value) in values[place].enumerated() {
        guard let value else { continue }
        // Below a tenth a cell looks empty, and is not.
        let depth = most > 0 ? 0.1 + 0.9 * max(0, value) / most : 0.1
        let x = Self.labels + Double(column) * width
        svg.cell(x, y, width: width, height: Self.height, depth: depth, hint: hint(place, column, value))
        svg.text(x + width / 2, y + 17, text(value), .middle, depth > 0.6 ? "inverse" : "tick")
      }
    }
    return svg.markup
  }
}
