import Banking
import Lift
import Store
import Wording

/// The lift as a table; for analysts, in English.
struct LiftView {
  private let answer: LiftAnswer
  private let numbers = English().numbers

  init(_ answer: LiftAnswer) { self.answer = answer }

  func render(style: Style, width: Int?) -> String {
    var page = Page(English(), style, width: width)
    page.title("Lift at \(answer.bank.name)", remark: "\(answer.period.began) – \(answer.period.until)")
    page.blank()
    page.table(table)
    page.blank()
    for sentence in sentences { page.paragraph(sentence) }
    return page.text
  }

  var table: Table {
    let (treated, control) = (answer.report.treated, answer.report.control)
    return Table(
      [.left(""), .right("With triggers"), .right("Control group"), .right("Difference [95 %]"), .left("So far")],
      rows: [
        [.init("Clients"), .init(count(treated.clients)), .init(count(control.clients)), .init(""), .init("")],
        [
          .init("… for whom a trigger was raised"), .init(count(treated.called)), .init(count(control.called)),
          .init(""), .init(""),
        ],
      ] + answer.report.figures.map(row))
  }

  private func row(_ figure: LiftFigure) -> [Table.Cell] {
    let (treated, control) = (value(figure.treated, figure.measure), value(figure.control, figure.measure))
    let interval =
      "\(signed(figure.difference, figure.measure)) [\(signed(figure.low, figure.measure)), "
      + "\(signed(figure.high, figure.measure))]"
    return [
      .init(title(figure.measure)), .init(treated), .init(control), .init(interval), verdict(figure.verdict),
    ]
  }

  private func verdict(_ verdict: LiftFigure.Verdict) -> Table.Cell {
    switch verdict {
    case .higher: .init("higher", .good)
    case .lower: .init("lower", .bad)
    case .notYetKnown: .init("not yet known", .muted)
    }
  }

  private func title(_ measure: LiftMeasure) -> String {
    switch measure {
    case .takers: "Took something new, % of clients"
    case .taken: "Products taken, a hundred clients"
    case .income: "Income a month, change a client"
    }
  }

  private func value(_ value: Double, _ measure: LiftMeasure) -> String {
    let scaled = measure == .income ? value : value * 100
    return BacktestFigures.plain(scaled, places: 2)
  }

  private func signed(_ value: Double, _ measure: LiftMeasure) -> String {
    (value > 0 ? "+" : "") + self.value(value, measure)
  }

  private func count(_ count: Int) -> String { numbers.integer(count) }

  var sentences: [String] {
    [wait, drawn, grown, income].compactMap(\.self)
  }

  private var wait: String? {
    let size = BacktestFigures.plain(answer.visible * 100, places: 0)
    guard let weeks = answer.weeksMore else { return nil }
    let weeksSoFar = BacktestFigures.plain(answer.period.weeks, places: 0)
    return weeks == 0
      ? "After \(weeksSoFar) weeks a lift of \(size) % in products taken would be visible."
      : "A lift of \(size) % in products taken would be visible in about \(counted(weeks, "week")) (\(weeksSoFar) so far)."
  }

  private var drawn: String? {
    answer.report.isByManager
      ? nil : "Too few managers to draw from: intervals come from drawing clients, and are a little too narrow."
  }

  private var grown: String? {
    let called = answer.report.control.called
    guard called > 0 else { return nil }
    return "The control group has grown since: triggers were raised for \(numbers.integer(called)) of its clients. "
      + "Choose --since after the day it grew."
  }

  private var income: String? {
    let months = answer.period.months
    guard months > 0 else { return "Income: no whole month has passed yet." }
    guard answer.report.figures.isEmpty || answer.figure(.income) != nil else {
      return "Income: unknown, the bank supplies none for the months before or for those after the beginning."
    }
    let after = counted(months, "whole month")
    return "Income: \(after) after the beginning against as many before, in \(answer.bank.currency)."
  }
}
