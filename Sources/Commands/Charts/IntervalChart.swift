import Backtest

/// Estimates one below the other, each a mark with its interval.
struct IntervalChart {
  struct Row {
    let label: String
    let estimate: Estimate
    /// A class of the page's style sheet.
    let style: String
  }

  let title: String
  let rows: [Row]
  /// Whether zero is on the axis, and marked: for differences.
  var hasZero = false

  private static let (width, labels, values, rowHeight, foot) = (720.0, 200.0, 170.0, 24.0, 26.0)

  var markup: String {
    let bottom = Double(rows.count) * Self.rowHeight
    var svg = SVG(width: Self.width, height: bottom + Self.foot, title: title)
    let axis = Axis(
      rows.flatMap { [$0.estimate.low, $0.estimate.value, $0.estimate.high] }, from: Self.labels,
      to: Self.width - Self.values, zero: hasZero)
    for tick in axis.ticks {
      let x = axis.place(tick)
      svg.line(x, 0, x, bottom, hasZero && abs(tick) < axis.step / 2 ? "base" : "grid")
      svg.text(x, bottom + 18, axis.label(tick), .middle, "tick")
    }
    for (place, row) in rows.enumerated() {
      let y = (Double(place) + 0.5) * Self.rowHeight
      let value = hasZero ? BacktestFigures.lead(row.estimate) : BacktestFigures.interval(row.estimate)
      svg.text(Self.labels - 12, y + 4, row.label, .end, row.style == "own" ? "strong" : "")
      svg.line(axis.place(row.estimate.low), y, axis.place(row.estimate.high), y, "interval \(row.style)")
      svg.circle(axis.place(row.estimate.value), y, radius: 5, "mark \(row.style)", hint: "\(row.label): \(value)")
      svg.text(Self.width, y + 4, value, .end, "tick")
    }
    return svg.markup
  }
}
