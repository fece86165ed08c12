import Store
import Wording

/// Shares that stay, as steps over months of life.
struct SurvivalChart {
  let curves: [CohortSurvival]

  private static let (left, width, height, top) = (60.0, 640.0, 300.0, 10.0)

  var markup: String {
    let months = curves.map(\.survival.count).max() ?? 1
    var svg = SVG(
      width: Self.left + Self.width + 20, height: Self.top + Self.height + 46,
      title: "Share of clients still there, by month of life")
    let up = Axis([0, 1], from: Self.top + Self.height, to: Self.top, zero: true)
    for tick in up.ticks {
      svg.line(Self.left, up.place(tick), Self.left + Self.width, up.place(tick), "grid")
      svg.text(Self.left - 8, up.place(tick) + 4, BacktestFigures.numbers.percent(tick), .end, "tick")
    }
    func x(_ month: Int) -> Double { Self.left + Double(month) / Double(months) * Self.width }
    for year in stride(from: 0, through: months, by: 12) {
      svg.line(x(year), Self.top, x(year), Self.top + Self.height, "grid")
      svg.text(x(year), Self.top + Self.height + 18, "\(year)", .middle, "tick")
    }
    svg.text(Self.left + Self.width / 2, Self.top + Self.height + 38, "months of life", .middle, "tick")
    for (place, curve) in curves.enumerated() {
      var points = [(x: x(0), y: up.place(1))]
      for (month, share) in curve.survival.enumerated() {
        points.append((x(month + 1), points[points.count - 1].y))
        points.append((x(month + 1), up.place(share)))
      }
      svg.path(points, "c\(place)")
    }
    return svg.markup
  }
}
