/// Groups of bars one below the other, on one scale.
struct BarChart {
  struct Bar {
    let value: Double
    /// A class of the page's style sheet.
    let style: String
    let hint: String
  }

  struct Row {
    let label: String
    let bars: [Bar]
    /// At the right end; empty where the bars say it.
    var remark = ""
  }

  let title: String
  let rows: [Row]

  private static let (width, labels, remarks, bar, foot) = (720.0, 215.0, 90.0, 10.0, 26.0)

  var markup: String {
    let heights = rows.map { Double($0.bars.count) * Self.bar + 10 }
    let bottom = heights.reduce(0, +)
    let end = Self.width - (rows.contains { !$0.remark.isEmpty } ? Self.remarks : 20)
    var svg = SVG(width: Self.width, height: bottom + Self.foot, title: title)
    let axis = Axis(rows.flatMap { $0.bars.map(\.value) }, from: Self.labels, to: end, zero: true)
    for tick in axis.ticks {
      svg.line(axis.place(tick), 0, axis.place(tick), bottom, "grid")
      svg.text(axis.place(tick), bottom + 18, axis.label(tick), .middle, "tick")
    }
    var top = 0.0
    for (row, height) in zip(rows, heights) {
      draw(row, top: top, height: height, axis, &svg)
      top += height
    }
    return svg.markup
  }

  private func draw(_ row: Row, top: Double, height: Double, _ axis: Axis, _ svg: inout SVG) {
    let middle = top + height / 2 + 4
    svg.text(Self.labels - 12, middle, TextWidth.truncated(row.label, to: 28, ellipsis: "…"), .end)
    for (place, bar) in row.bars.enumerated() {
      let (from, to) = (min(axis.place(0), axis.place(bar.value)), max(axis.place(0), axis.place(bar.value)))
      svg.bar(
        from, top + 5 + Double(place) * Self.bar, width: to - from, height: Self.bar - 1, bar.style, hint: bar.hint)
    }
    svg.text(Self.width, middle, row.remark, .end, "tick")
  }
}
