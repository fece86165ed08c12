import Banking
import Triggers
import Wording

/// A manager's morning: whom to call, what about, why, and what it is worth.
enum WorklistView {
  /// - Parameters:
  ///   - triggers: best first; further triggers of one client are shown under its best.
  ///   - manager: whose list it is.
  ///   - snoozed: how many wait for a later date and are not among the triggers.
  static func render(
    _ triggers: [TriggerFacts], manager: String, asOf: BusinessDate, snoozed: Int = 0, language: any Language,
    style: Style, width: Int?
  ) -> String {
    var page = Page(language, style, width: width)
    page.title(manager, remark: "\(asOf)")
    page.blank()
    guard let currency = triggers.first?.currency else {
      page.paragraph(language.note(.emptyWorklist))
      if snoozed > 0 { page.paragraph(language.snoozed(snoozed), .muted) }
      return page.text
    }
    let clients = byClient(triggers)
    page.table(table(clients, page))
    let known = triggers.compactMap(\.expected)
    let expected = known.isEmpty ? nil : language.numbers.amount(known.reduce(.zero, +), currency)
    page.blank()
    page.add(language.total(clients: clients.count, conversations: triggers.count, expected: expected), .strong)
    if snoozed > 0 { page.paragraph(language.snoozed(snoozed), .muted) }
    return page.text
  }

  /// Clients in the order of their best trigger.
  private static func byClient(_ triggers: [TriggerFacts]) -> [[TriggerFacts]] {
    var places: [String: Int] = [:]
    var clients: [[TriggerFacts]] = []
    for trigger in triggers {
      if let place = places[trigger.clientNumber] {
        clients[place].append(trigger)
      } else {
        places[trigger.clientNumber] = clients.count
        clients.append([trigger])
      }
    }
    return clients
  }

  private static func table(_ clients: [[TriggerFacts]], _ page: Page) -> Table {
    let hasIncome = clients.joined().contains { $0.expected != nil }
    var columns: [Table.Column] = [
      .left(page.title(.trigger)), .left(page.title(.client), min: 12), .left(page.title(.clientNumber)),
      .left(page.title(.action), min: 22), .left(page.title(.reason), min: 17),
    ]
    if hasIncome { columns += [.right(page.title(.expected))] }
    columns += [.left(page.title(.validUntil))]
    let rows = clients.flatMap { client in
      client.enumerated().map { place, trigger in
        row(trigger, isFirst: place == 0, hasIncome: hasIncome, page)
      }
    }
    return Table(columns, rows: rows)
  }

  private static func row(
    _ trigger: TriggerFacts, isFirst: Bool, hasIncome: Bool, _ page: Page
  ) -> [Table.Cell] {
    let language = page.language
    var cells: [Table.Cell] = [
      .init(Page.brief(identifier: trigger.identifier), .muted),
      .init(isFirst ? trigger.clientName : "", .strong), .init(isFirst ? trigger.clientNumber : "", .muted),
      .init(language.action(trigger), trigger.kind.term == .retain ? .warning : .plain),
      // Whoever has taken a conversation on knows why.
      .init(trigger.state.term == .open ? language.why(trigger) : language.name(trigger.state), .muted),
    ]
    if hasIncome { cells += [.init(page.brief(trigger.expected), .good)] }
    return cells + [.init("\(trigger.validUntil)")]
  }
}
