import Backtest
import Banking
import Wording

/// A back-test as one page with charts.
struct BacktestPage {
  private let report: BacktestReport
  private var page: WebPage

  static func render(_ report: BacktestReport) -> String {
    var page = BacktestPage(report: report)
    page.write()
    return page.page.text
  }

  private init(report: BacktestReport) {
    self.report = report
    page = WebPage(title: "Back-test of \(report.bank.name)", remark: "seen on \(report.asOf)")
  }

  private mutating func write() {
    for sentence in report.question(BacktestFigures.numbers) { page.paragraph(sentence) }
    page.heading("Ranking")
    page.paragraph(
      "MAP@7 over the clients that took something. Intervals are of 95 % and come from "
        + "\(BacktestFigures.numbers.integer(report.resamples)) resamples of clients.")
    page.figure(BacktestCharts.figure(report.pooled, .takers(.averagePrecision, .all), title: "MAP@7"))
    page.heading("By how much xsell leads, on MAP@7")
    page.paragraph(report.verdict.joined(separator: " "))
    page.figure(BacktestCharts.leads(report.pooled, .takers(.averagePrecision, .all), title: "Lead on MAP@7"))
    page.table(BacktestTables.ranking(report.pooled))
    if report.question == .openings { openings() }
    if let calibration = report.pooled.calibration { write(calibration) }
    if let income = report.pooled.income {
      page.heading("Income of new holders")
      for sentence in income.sentences { page.paragraph(sentence) }
    }
    if let warnings = report.warnings {
      page.heading("Warnings before leaving")
      for sentence in warnings.sentences { page.paragraph(sentence) }
      page.table(BacktestTables.warnings(warnings))
    }
  }

  private mutating func openings() {
    page.heading("All pairs of client and product")
    page.paragraph(
      "Triggers of all clients compete for a manager's time. Share taken among the best hundredth of all pairs:")
    page.figure(BacktestCharts.figure(report.pooled, .topPrecision, title: "Taken of the top 1 %"))
    page.table(BacktestTables.kinds(report.pooled))
    page.heading("By origin")
    page.figure(BacktestCharts.origins(report))
    page.table(BacktestTables.origins(report))
  }

  private mutating func write(_ calibration: Calibration) {
    page.heading("Chances: said and real")
    page.paragraph(calibration.sentence)
    page.figure(BacktestCharts.reliability(calibration))
    page.table(BacktestTables.deciles(calibration))
    page.heading("Openings by product")
    page.key([("own", "expected"), ("other", "opened")])
    page.figure(BacktestCharts.products(calibration, report.catalogue))
  }
}
