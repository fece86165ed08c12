import Banking
import Wording

/// The ledger of nights.
enum RunsView {
  static func renderList(_ runs: [RunFacts], language: any Language, style: Style, width: Int?) -> String {
    var page = Page(language, style, width: width)
    guard !runs.isEmpty else {
      page.paragraph(language.note(.noRuns))
      return page.text
    }
    page.table(
      Table(
        [
          .left(page.title(.run)), .left(page.title(.bank), min: 10), .left(page.title(.asOf)),
          .left(page.label(.runKind)), .left(page.title(.state)), .left(page.title(.startedAt)),
          .right(page.title(.duration)),
        ],
        rows: runs.map { run in
          [
            .init(Page.brief(identifier: run.identifier), .muted), .init(run.bankName, .strong), .init("\(run.asOf)"),
            .init(language.name(run.kind)), .init(language.name(run.state), tone(run.state)),
            .init(run.startedAt, .muted), .init(run.seconds.map(duration) ?? Page.none),
          ]
        }))
    return page.text
  }

  static func render(_ run: RunFacts, language: any Language, style: Style, width: Int?) -> String {
    var page = Page(language, style, width: width)
    page.title("\(run.bankName) · \(run.asOf)", remark: run.identifier)
    page.blank()
    page.facts(
      FactGrid(
        left: [
          .init(page.label(.state), language.name(run.state), tone(run.state)),
          .init(page.label(.runKind), language.name(run.kind)),
        ],
        right: [
          .init(page.label(.startedAt), run.startedAt),
          .init(page.label(.duration), run.seconds.map(duration) ?? language.unknown),
        ]))
    if let failure = run.failure { page.paragraph("\(page.label(.failure)): \(failure)", .bad) }
    if !run.stages.isEmpty {
      page.heading(.stageCounts)
      page.table(stages(run, page))
    }
    if !run.manifest.isEmpty {
      page.heading(.manifest)
      page.facts(FactGrid(left: run.manifest.map { .init($0.name, $0.value) }))
    }
    return page.text
  }

  private static func stages(_ run: RunFacts, _ page: Page) -> Table {
    let rows = run.stages.flatMap { stage in
      stage.figures.enumerated().map { place, figure -> [Table.Cell] in
        [.init(place == 0 ? stage.stage : "", .strong), .init(figure.name), .init(figure.value)]
      }
    }
    return Table([.left(page.title(.stage)), .left(page.title(.figure)), .right(page.title(.value))], rows: rows)
  }

  /// Minutes and seconds: `0:42`.
  private static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return Page.none }
    let whole = Int(seconds.rounded())
    return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }

  private static func tone(_ state: Code<RunState>) -> Style.Tone {
    switch state.term {
    case .published, .unchanged: .good
    case .superseded: .muted
    case .running: .accent
    case .failed: .bad
    case .abandoned: .warning
    case nil: .plain
    }
  }
}
