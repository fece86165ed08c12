import Backtest
import Banking
import Gaps
import Wording

/// A back-test for people.
struct BacktestView {
  let report: BacktestReport
  private var page: Page

  static func render(_ report: BacktestReport, style: Style, width: Int?) -> String {
    var view = BacktestView(report: report, page: Page(English(), style, width: width))
    view.write()
    return view.page.text
  }

  private mutating func write() {
    page.title(
      "Back-test of \(report.bank.name)",
      remark: "seen on \(report.asOf)")
    for sentence in report.question(numbers) { page.paragraph(sentence) }
    heading("Ranking", remark: "95 % intervals from \(numbers.integer(report.resamples)) resamples of clients")
    page.table(BacktestTables.ranking(report.pooled))
    for sentence in report.pooled.verdict { page.paragraph(sentence, .strong) }
    if report.question == .openings { openings() }
    if let calibration = report.pooled.calibration { write(calibration) }
    if let income = report.pooled.income { write(income) }
  }

  private var numbers: NumberFormat { BacktestFigures.numbers }

  private mutating func heading(_ text: String, remark: String? = nil) {
    page.blank()
    page.add(text + (remark.map { " · \($0)" } ?? ""), .accent)
  }

  private mutating func openings() {
    heading("First-time openings and win-backs apart; all clients; all pairs")
    page.table(BacktestTables.kinds(report.pooled))
    heading("By origin")
    page.table(BacktestTables.origins(report))
  }

  private mutating func write(_ calibration: Calibration) {
    heading("Chances: said and real")
    page.paragraph(
      "Brier score \(BacktestFigures.plain(calibration.brier, places: 5)) (saying the average of all pairs: "
        + "\(BacktestFigures.plain(calibration.brierOfTheRate, places: 5))), expected calibration error "
        + "\(BacktestFigures.plain(calibration.expectedError, places: 5)); expected "
        + "\(BacktestFigures.plain(calibration.total.expected, places: 0)) openings, real "
        + "\(numbers.integer(calibration.total.opened)).")
    page.blank()
    page.table(BacktestTables.deciles(calibration))
    page.blank()
    page.table(BacktestTables.products(calibration, report.catalogue))
  }

  private mutating func write(_ income: IncomeAccuracy) {
    heading("Income of new holders", remark: "\(numbers.integer(income.pairs)) openings")
    page.paragraph(
      "Typical factor \(BacktestFigures.interval(income.typicalFactor, places: 2)); total said to real "
        + "\(BacktestFigures.interval(income.totalRatio, places: 2)); rank correlation "
        + "\(BacktestFigures.interval(income.rankCorrelation, places: 2)); within low and high "
        + "\(BacktestFigures.interval(income.coverage, places: 2)).")
  }
}

extension BacktestReport {
  /// What was asked of how many.
  func question(_ numbers: NumberFormat) -> [String] {
    switch question {
    case .openings:
      let months = horizonMonths == 1 ? "month" : "\(horizonMonths) months"
      var sentences = [
        "What do clients open within \(months)? Asked at \(count(origins.count, "origin")), "
          + "\(origins.last.map { "\($0.asOf)" } ?? "") to \(origins.first.map { "\($0.asOf)" } ?? ""): "
          + "\(numbers.integer(pooled.taken)) openings by \(numbers.integer(pooled.takers)) clients, "
          + "\(numbers.integer(pooled.wonBack)) of them win-backs (a client counts at every origin)."
      ]
      if origins.count < originsAsked {
        sentences.append("\(originsAsked) origins were asked for; the history is too short for more.")
      }
      for origin in origins where origin.basis != .transitions {
        sentences.append(
          "On \(origin.asOf) too little history was known: the night ranked by \(origin.basis.rawValue), not by openings."
        )
      }
      return sentences
    case .hiddenProduct:
      return [
        "Which held product has been hidden? Asked of \(numbers.integer(pooled.takers)) clients.",
        "This is a different question from what clients open next: it tells who holds what. The opening dates of the "
          + "bank, where it has any, were not used.",
      ]
    }
  }

  private func count(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
