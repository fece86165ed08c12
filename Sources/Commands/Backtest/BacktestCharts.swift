import Backtest
import Banking
import Wording

/// The charts of a back-test.
enum BacktestCharts {
  /// One figure of all rankers.
  static func figure(_ evaluation: Evaluation, _ measure: Measure, title: String) -> String {
    let rows = evaluation.rankers.compactMap { quality in
      quality.figures[measure].map {
        IntervalChart.Row(
          label: quality.ranker.name, estimate: $0, style: quality.ranker == .xsell ? "own" : "other")
      }
    }
    return IntervalChart(title: title, rows: rows).markup
  }

  /// By how much xsell leads each baseline.
  static func leads(_ evaluation: Evaluation, _ measure: Measure, title: String) -> String {
    let rows = evaluation.rankers.compactMap { quality in
      quality.lead[measure].map {
        IntervalChart.Row(label: quality.ranker.name, estimate: $0, style: Verdict($0).rawValue)
      }
    }
    return IntervalChart(title: title, rows: rows, hasZero: true).markup
  }

  /// xsell and the best baseline, origin by origin, the earliest first.
  static func origins(_ report: BacktestReport) -> String {
    let rows = report.origins.reversed().flatMap { origin in
      [(origin.evaluation.xsell, "own"), (origin.evaluation.bestBaseline, "other")].compactMap { quality, style in
        quality?.figure(.averagePrecision).map { estimate in
          let name = style == "own" ? "\(origin.asOf) xsell" : quality?.ranker.name ?? ""
          return IntervalChart.Row(label: name, estimate: estimate, style: style)
        }
      }
    }
    return IntervalChart(title: "MAP@7 by origin, xsell and the best baseline", rows: rows).markup
  }

  /// Said against real, tenth by tenth; on the diagonal both are the same.
  static func reliability(_ calibration: Calibration) -> String {
    let cells = calibration.deciles.filter { $0.pairs > 0 }
    let points = cells.map { (said: $0.expected / Double($0.pairs), real: Double($0.opened) / Double($0.pairs)) }
    let (left, side, top) = (60.0, 320.0, 10.0)
    var svg = SVG(width: 460, height: side + top + 46, title: "Chance said and share opened, by tenth of the pairs")
    let values = points.flatMap { [$0.said, $0.real] }
    let across = Axis(values, from: left, to: left + side, zero: true)
    let up = Axis(values, from: top + side, to: top, zero: true)
    let numbers = BacktestFigures.numbers
    for tick in across.ticks {
      svg.line(across.place(tick), top, across.place(tick), top + side, "grid")
      svg.line(left, up.place(tick), left + side, up.place(tick), "grid")
      svg.text(across.place(tick), top + side + 18, numbers.percent(tick), .middle, "tick")
      svg.text(left - 8, up.place(tick) + 4, numbers.percent(tick), .end, "tick")
    }
    svg.line(across.place(across.low), up.place(up.low), across.place(across.high), up.place(up.high), "base")
    svg.path(points.map { (across.place($0.said), up.place($0.real)) }, "curve")
    for point in points {
      svg.circle(
        across.place(point.said), up.place(point.real), radius: 5, "mark own",
        hint: "said \(numbers.percent(point.said)), opened \(numbers.percent(point.real))")
    }
    svg.text(left + side / 2, top + side + 38, "chance said", .middle, "tick")
    return svg.markup
  }

  /// Openings expected beside those that came, for the products opened most.
  static func products(_ calibration: Calibration, _ catalogue: Catalogue, shown: Int = 20) -> String {
    let rows = calibration.mostOpened.prefix(shown).map { row in
      let (expected, opened) = (row.cell.expected, row.cell.opened)
      let hint = "expected \(BacktestFigures.plain(expected, places: 0)), opened \(opened)"
      return BarChart.Row(
        label: catalogue[row.product].name,
        bars: [
          .init(value: expected, style: "own", hint: hint), .init(value: Double(opened), style: "other", hint: hint),
        ])
    }
    return BarChart(title: "Openings expected and real, by product", rows: Array(rows)).markup
  }
}
