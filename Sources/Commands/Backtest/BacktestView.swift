import Backtest
import Banking
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
    for sentence in report.verdict { page.paragraph(sentence, .strong) }
    if report.question == .openings { openings() }
    if let calibration = report.pooled.calibration { write(calibration) }
    if let income = report.pooled.income { write(income) }
    if let warnings = report.warnings { write(warnings) }
  }

  private var numbers: NumberFormat { BacktestFigures.numbers }

  private mutating func heading(_ text: String, remark: String? = nil) {
    page.blank()
    page.add(text + (remark.map { " · \($0)" } ?? ""), .accent)
  }

  private mutating func openings() {
    heading(
      "All clients, all pairs", remark: report.pooled.wonBack > 0 ? "first-time openings and win-backs apart" : nil)
    page.table(BacktestTables.kinds(report.pooled))
    heading("By origin")
    page.table(BacktestTables.origins(report))
  }

  private mutating func write(_ calibration: Calibration) {
    heading("Chances: said and real")
    page.paragraph(calibration.sentence)
    page.blank()
    page.table(BacktestTables.deciles(calibration))
    page.blank()
    page.table(BacktestTables.products(calibration, report.catalogue))
  }

  private mutating func write(_ income: IncomeAccuracy) {
    heading("Income of new holders")
    for sentence in income.sentences { page.paragraph(sentence) }
  }

  private mutating func write(_ warnings: LeavingWarnings) {
    heading("Warnings before leaving")
    for sentence in warnings.sentences { page.paragraph(sentence) }
    page.blank()
    page.table(BacktestTables.warnings(warnings))
  }
}
