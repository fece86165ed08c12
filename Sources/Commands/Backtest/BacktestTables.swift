import Backtest
import Banking
import Gaps
import Wording

/// The tables of a back-test.
enum BacktestTables {
  private typealias Figures = BacktestFigures
  private static let numbers = BacktestFigures.numbers

  /// Products in the table of calibration at most.
  private static let productsShown = 12

  static func ranking(_ evaluation: Evaluation) -> Table {
    Table(
      [
        .left("By"), .right("MAP@7"), .right("Recall@1"), .right("@3"), .right("@7"), .right("NDCG@7"),
        .right("xsell leads MAP@7 by"),
      ],
      rows: evaluation.rankers.map { quality in
        [name(quality), .init(Figures.interval(quality.figure(.averagePrecision)))]
          + [.recall1, .recall3, .recall7, .gain].map { .init(Figures.plain(quality.figure($0))) }
          + [lead(quality)]
      })
  }

  private static func name(_ quality: RankerQuality) -> Table.Cell {
    .init(quality.ranker.name, quality.ranker == .xsell ? .strong : .plain)
  }

  private static func lead(_ quality: RankerQuality) -> Table.Cell {
    guard let lead = quality.lead[.takers(.averagePrecision, .all)] else { return .init("") }
    let tone: Style.Tone =
      switch Verdict(lead) {
      case .leads: .good
      case .loses: .bad
      case .level: .warning
      }
    return .init(Figures.lead(lead), tone)
  }

  /// First-time openings and win-backs apart, where there are any; all clients; all pairs.
  static func kinds(_ evaluation: Evaluation) -> Table {
    var columns: [(title: String, measure: Measure, places: Int)] = [
      ("All clients MAP@7", .everyone(.averagePrecision), 4), ("AUC", .areaUnderCurve, 3),
      ("Taken of the top 1 %", .topPrecision, 3),
    ]
    if evaluation.wonBack > 0 {
      columns =
        [
          ("First-time MAP@7", .takers(.averagePrecision, .firstTime), 3),
          ("Win-back MAP@7", .takers(.averagePrecision, .winBack), 3),
        ] + columns
    }
    return Table(
      [.left("By")] + columns.map { .right($0.title) },
      rows: evaluation.rankers.map { quality in
        [name(quality)]
          + columns.map { .init(Figures.interval(quality.figures[$0.measure], places: $0.places)) }
      })
  }

  static func origins(_ report: BacktestReport) -> Table {
    Table(
      [
        .left("Origin"), .left("Until"), .left("Ranked by"), .right("Clients"), .right("Openings"),
        .right("xsell MAP@7"), .right("Best baseline"), .left(""), .right("AUC"), .right("Expected"), .right("Opened"),
      ],
      rows: report.origins.map { origin in
        let evaluation = origin.evaluation
        let best = evaluation.bestBaseline
        return [
          .init("\(origin.asOf)"), .init("\(origin.until)"), .init(origin.basis.rawValue),
          .init(numbers.integer(evaluation.clients)), .init(numbers.integer(evaluation.taken)),
          .init(Figures.interval(evaluation.xsell.figure(.averagePrecision)), .strong),
          .init(Figures.plain(best?.figure(.averagePrecision))), .init(best?.ranker.name ?? "", .muted),
          .init(Figures.plain(evaluation.xsell.figures[.areaUnderCurve])),
          .init(Figures.plain(evaluation.calibration?.total.expected, places: 0)),
          .init(evaluation.calibration.map { numbers.integer($0.total.opened) } ?? Page.none),
        ]
      })
  }

  static func deciles(_ calibration: Calibration) -> Table {
    Table(
      [.left("Tenth of the pairs"), .right("Said"), .right("Real"), .right("Expected"), .right("Opened")],
      rows: calibration.deciles.enumerated().reversed().filter { $0.element.pairs > 0 }.map { place, cell in
        [
          .init(place == 9 ? "10, likeliest" : "\(place + 1)"),
          .init(numbers.percent(cell.expected / Double(cell.pairs))),
          .init(numbers.percent(Double(cell.opened) / Double(cell.pairs))),
          .init(Figures.plain(cell.expected, places: 0)), .init(numbers.integer(cell.opened)),
        ]
      })
  }

  /// The products opened most.
  static func products(_ calibration: Calibration, _ catalogue: Catalogue) -> Table {
    Table(
      [.left("Product", min: 16), .right("Expected"), .right("Opened"), .right("Said to real")],
      rows: calibration.mostOpened.prefix(productsShown).map { product, cell in
        [
          .init(catalogue[product].name), .init(Figures.plain(cell.expected, places: 0)),
          .init(numbers.integer(cell.opened)),
          .init(Figures.plain(cell.opened > 0 ? cell.expected / Double(cell.opened) : nil, places: 2)),
        ]
      })
  }
}

extension Calibration {
  /// Products with anything expected or opened, most openings first.
  var mostOpened: [(product: Int, cell: Cell)] {
    products.enumerated().filter { $0.element.pairs > 0 }
      .sorted { ($1.element.opened, $1.element.expected) < ($0.element.opened, $0.element.expected) }
      .map { ($0.offset, $0.element) }
  }
}

extension Evaluation {
  var bestBaseline: RankerQuality? {
    rankers.dropFirst().max {
      ($0.figure(.averagePrecision)?.value ?? 0) < ($1.figure(.averagePrecision)?.value ?? 0)
    }
  }
}
