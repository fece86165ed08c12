import Banking
import Store
import Wording

extension NightPage {
  /// From the first days to the end; what cannot be said comes last.
  static func place(_ stage: String?) -> Int {
    Stage.allCases.firstIndex { $0.rawValue == stage } ?? Stage.allCases.count
  }

  mutating func movement() {
    page.heading("Movement between stages")
    guard let since = digest.flows.first?.since else {
      return page.paragraph("Told from the second published night on.")
    }
    let moved = digest.flows.filter { !$0.isNew && $0.from != $0.to }.reduce(0) { $0 + $1.clients }
    page.paragraph("\(count(moved)) clients are in another stage than on \(since).")
    page.figure(
      FlowChart(
        title: "Clients by stage on \(since) and on \(digest.night.asOf)", left: "\(since)",
        right: "\(digest.night.asOf)",
        flows: digest.flows.map { flow in
          let from = flow.isNew ? "new" : name(flow.from)
          return FlowChart.Flow(
            from: .init(name: from, place: flow.isNew ? -1 : Self.place(flow.from)),
            to: .init(name: name(flow.to), place: Self.place(flow.to)), size: Double(flow.clients),
            style: Self.style(flow), hint: "\(from) → \(name(flow.to)): \(count(flow.clients))")
        }
      ).markup)
    let changes = digest.flows.filter { $0.isNew || $0.from != $0.to }.sorted { $0.clients > $1.clients }
    page.table(
      Table(
        [.left("From"), .left("To"), .right("Clients")],
        rows: changes.map { [.init($0.isNew ? "new" : name($0.from)), .init(name($0.to)), .init(count($0.clients))] }))
  }

  /// Whether the way leads towards leaving, or away from it.
  private static func style(_ flow: StageFlow) -> String {
    let ending: Set<String?> = [Stage.decline.rawValue, Stage.leaving.rawValue, Stage.left.rawValue]
    if flow.isNew || flow.from == flow.to { return "band" }
    if ending.contains(flow.to) { return "band worse" }
    return ending.contains(flow.from) ? "band better" : "band"
  }

  mutating func survival() {
    page.heading("How long clients stay")
    guard !digest.survival.isEmpty else {
      return page.paragraph("Not known: the bank's data have no opening dates or no clients that left.")
    }
    page.paragraph(
      "Share of clients still there by month of life (Kaplan–Meier, small cohorts drawn to their wider one's).")
    page.key(digest.survival.enumerated().map { ("line c\($0.offset)", $0.element.cohort) })
    page.figure(SurvivalChart(curves: digest.survival).markup)
    let months = [12, 24, 36, 60].filter { month in digest.survival.contains { $0.survival.count >= month } }
    page.table(
      Table(
        [.left("Cohort"), .right("Clients")] + months.map { .right("\($0) months") },
        rows: digest.survival.map { curve in
          [.init(curve.cohort), .init(count(curve.clients))]
            + months.map { month in
              .init(curve.survival.count >= month ? words.numbers.percent(curve.survival[month - 1]) : Page.none)
            }
        }))
  }

  mutating func lifeValues() {
    guard let bank = digest.lifeValues.first(where: { $0.dimension == "bank" }) else { return }
    page.heading("Worth over a life")
    page.paragraph(
      "A new client's income over its expected life, discounted, and what may be spent to win one."
        + (bank.topFifthShare.map {
          " The fifth of the clients that brings the most brings \(words.numbers.percent($0)) of the income."
        } ?? ""))
    page.table(
      Table(
        [
          .left(""), .left("Clients of"), .right("Clients"), .right("Income"), .right("Top fifth brings"),
          .right("Months"), .right("Worth"), .right("To win one"),
        ],
        rows: digest.lifeValues.map { row in
          [
            .init(row.dimension), .init(row.name), .init(count(row.clients)), .init(amount(row.meanIncome)),
            .init(row.topFifthShare.map { words.numbers.percent($0) } ?? Page.none),
            .init(row.expectedMonths.map { BacktestFigures.plain($0, places: 0) } ?? Page.none),
            .init(amount(row.lifeValue)), .init(amount(row.acquisitionCost)),
          ]
        }))
  }
}
