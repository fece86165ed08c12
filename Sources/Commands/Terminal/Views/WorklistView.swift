import Banking
import Triggers
import Wording

/// A manager's morning: whom to call, what about, what it is worth, why now, what to say, and what was said last time.
enum WorklistView {
  /// - Parameters:
  ///   - calls: one a client, best first, those that keep a client before all others; each in the order of worth.
  ///   - owner: whose list it is.
  ///   - notShown: how many calls more there are.
  ///   - snoozed: how many wait for a later date.
  static func render(
    _ calls: [[TriggerFacts]], owner: String, asOf: BusinessDate, notShown: Int = 0, snoozed: Int = 0,
    language: any Language, style: Style, width: Int?
  ) -> String {
    var page = Page(language, style, width: width)
    page.title(owner, remark: "\(asOf)")
    guard let currency = calls.first?.first?.currency else {
      page.blank()
      page.paragraph(language.note(.emptyWorklist))
      if snoozed > 0 { page.paragraph(language.snoozed(snoozed), .muted) }
      return page.text
    }
    list(calls, width: width, &page)
    func sum(_ subjects: [TriggerFacts]) -> String? {
      expected(of: subjects).map { language.numbers.amount($0, currency) }
    }
    let subjects = calls.flatMap(\.self)
    page.blank()
    page.add(
      language.total(
        conversations: calls.count, subjects: subjects.count,
        expected: sum(subjects.filter(\.isOfIncomeToCome)), kept: sum(subjects.filter { !$0.isOfIncomeToCome })),
      .strong)
    if notShown > 0 { page.paragraph(language.notShown(notShown), .muted) }
    if snoozed > 0 { page.paragraph(language.snoozed(snoozed), .muted) }
    return page.text
  }

  /// Nil where of none of them any money is known.
  private static func expected(of subjects: [TriggerFacts]) -> Money? {
    let known = subjects.compactMap(\.expected)
    return known.isEmpty ? nil : known.reduce(.zero, +)
  }

  /// One table for all sections, so that their columns line up.
  private static func list(_ calls: [[TriggerFacts]], width: Int?, _ page: inout Page) {
    let sections = [Heading.keep, .renew, .sell, .others].map { section in
      let own = calls.filter { self.section($0) == section }
      return (section, section == .renew ? soonestFirst(own) : own)
    }
    let ordered = sections.flatMap(\.1)
    let lines = table(ordered, page).lines(page.style, width: width)
    page.blank()
    for line in lines.prefix(2) { page.add(line) }
    var next = 2
    for (heading, own) in sections where !own.isEmpty {
      page.heading(heading)
      for call in own {
        page.add(lines[next])
        next += 1
        details(call, &page)
      }
    }
  }

  private static func section(_ call: [TriggerFacts]) -> Heading {
    if call.contains(where: { $0.kind.term == .retain }) { return .keep }
    if call.contains(where: { $0.kind.term == .renew }) { return .renew }
    let isSale = call.contains { facts in
      switch facts.kind.term {
      case .offer, .activate, .deepen, .welcome: true
      case .retain, .winBack, .returned, .renew, nil: false
      }
    }
    return isSale ? .sell : .others
  }

  /// What matures first is called about first, whatever it is worth.
  private static func soonestFirst(_ calls: [[TriggerFacts]]) -> [[TriggerFacts]] {
    calls.enumerated().sorted { (lastDay($0.element), $0.offset) < (lastDay($1.element), $1.offset) }.map(\.element)
  }

  private static func lastDay(_ call: [TriggerFacts]) -> BusinessDate {
    call.filter { $0.kind.term == .renew }.map(\.validUntil).min() ?? call[0].validUntil
  }

  private static func table(_ calls: [[TriggerFacts]], _ page: Page) -> Table {
    let hasIncome = calls.joined().contains { $0.expected != nil }
    var columns: [Table.Column] = [
      .left(page.title(.client), min: 12), .left(page.title(.clientNumber)), .left(page.title(.action), min: 22),
    ]
    if hasIncome { columns += [.right(page.title(.expected))] }
    columns += [.left(page.title(.validUntil))]
    return Table(columns, rows: calls.map { row($0, hasIncome: hasIncome, page) })
  }

  private static func row(_ call: [TriggerFacts], hasIncome: Bool, _ page: Page) -> [Table.Cell] {
    let isWarning = call.contains { $0.kind.term == .retain }
    var cells: [Table.Cell] = [
      .init(call[0].clientName, .strong), .init(call[0].clientNumber, .muted),
      .init(page.language.actions(call), isWarning ? .warning : .plain),
    ]
    if hasIncome { cells += [.init(page.brief(expected(of: call)), .good)] }
    return cells + [.init(call.compactMap(\.answeredBy).min().map { "\($0)" } ?? "")]
  }

  /// One line a subject: what it is answered by, why now and what to say; then what was said last time.
  private static func details(_ call: [TriggerFacts], _ page: inout Page) {
    for facts in call {
      let points = page.language.talkingPoints(facts)
      let what = call.count > 1 ? (facts.productName ?? page.language.action(facts)) + ": " : ""
      let said = points.isEmpty ? page.language.why(facts) : points.joined(separator: ". ") + "."
      // Whoever has taken a conversation on is told so.
      let state = facts.state.term == .open ? "" : " [\(page.language.name(facts.state))]"
      page.item(Page.brief(identifier: facts.identifier), what + said + state)
    }
    if let last = call[0].lastAnswer {
      page.item("", "\(page.label(.lastTime)): \(page.language.lastTime(last))", .muted)
    }
  }
}
