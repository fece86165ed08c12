import Backtest
import Banking
import Wording

/// A back-test as one page with charts: no script, no network, everything inside.
struct BacktestPage {
  private let report: BacktestReport
  private var body = ""

  static func render(_ report: BacktestReport) -> String {
    var page = BacktestPage(report: report)
    page.write()
    let title = "Back-test of \(report.bank.name)".escapedForMarkup
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>\(title)</title><style>\(BacktestStyleSheet.text)</style></head><body><main>
      <h1>\(title)</h1><p class="remark">seen on \(report.asOf)</p>
      \(page.body)</main></body></html>

      """
  }

  private init(report: BacktestReport) { self.report = report }

  private mutating func write() {
    for sentence in report.question(BacktestFigures.numbers) { paragraph(sentence) }
    heading("Ranking")
    paragraph(
      "MAP@7 over the clients that took something. Intervals are of 95 % and come from "
        + "\(BacktestFigures.numbers.integer(report.resamples)) resamples of clients.")
    figure(BacktestCharts.figure(report.pooled, .takers(.averagePrecision, .all), title: "MAP@7"))
    heading("By how much xsell leads, on MAP@7")
    paragraph(report.verdict.joined(separator: " "))
    figure(BacktestCharts.leads(report.pooled, .takers(.averagePrecision, .all), title: "Lead on MAP@7"))
    table(BacktestTables.ranking(report.pooled))
    if report.question == .openings { openings() }
    if let calibration = report.pooled.calibration { write(calibration) }
    if let income = report.pooled.income {
      heading("Income of new holders")
      for sentence in income.sentences { paragraph(sentence) }
    }
    if let warnings = report.warnings {
      heading("Warnings before leaving")
      for sentence in warnings.sentences { paragraph(sentence) }
      table(BacktestTables.warnings(warnings))
    }
  }

  private mutating func openings() {
    heading("All pairs of client and product")
    paragraph(
      "Triggers of all clients compete for a manager's time. Share taken among the best hundredth of all pairs:")
    figure(BacktestCharts.figure(report.pooled, .topPrecision, title: "Taken of the top 1 %"))
    table(BacktestTables.kinds(report.pooled))
    heading("By origin")
    figure(BacktestCharts.origins(report))
    table(BacktestTables.origins(report))
  }

  private mutating func write(_ calibration: Calibration) {
    heading("Chances: said and real")
    paragraph(calibration.sentence)
    figure(BacktestCharts.reliability(calibration))
    table(BacktestTables.deciles(calibration))
    heading("Openings by product")
    body += "<p><span class=\"key own\"></span> expected <span class=\"key other\"></span> opened</p>\n"
    figure(BacktestCharts.products(calibration, report.catalogue))
  }

  private mutating func heading(_ text: String) { body += "<h2>\(text.escapedForMarkup)</h2>\n" }
  private mutating func paragraph(_ text: String) { body += "<p>\(text.escapedForMarkup)</p>\n" }
  private mutating func figure(_ svg: String) { body += "<figure>\(svg)</figure>\n" }
  private mutating func table(_ table: Table) { body += table.markup }
}

extension Table {
  /// For a page.
  var markup: String {
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = zip(columns, cells).map { column, cell in
        "<\(tag)\(column.alignment == .right ? " class=\"right\"" : "")>\(cell.escapedForMarkup)</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let head = row(columns.map(\.title), "th")
    return "<div class=\"wide\"><table>\n<thead>\(head)</thead>\n<tbody>"
      + rows.map { row($0.map(\.text), "td") }.joined() + "</tbody></table></div>\n"
  }
}
