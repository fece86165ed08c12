import Wording

extension CardView {
  /// How the client's stage changed, what it was called about and what it said, latest first.
  static func timeline(_ card: CardFacts, _ page: inout Page) {
    guard !card.timeline.isEmpty else { return }
    page.heading(.timeline)
    let columns: [Table.Column] = [
      .left(page.title(.at)), .left(page.title(.action), min: 20), .left(page.title(.change)),
      .left(page.title(.actor), min: 8), .left(page.title(.note), min: 12),
    ]
    page.table(Table(columns, rows: card.timeline.map { cells($0, page) }))
  }

  private static func cells(_ line: TimelineFacts, _ page: Page) -> [Table.Cell] {
    let language = page.language
    switch line {
    case .trigger(let event, let kind, let product):
      let what =
        kind.term.map { language.action($0, product: product) }
        ?? [kind.spelled, product].compactMap { $0 }.joined(separator: ": ")
      return [
        .init(line.day, .muted), .init(what), .init(language.name(event.to)), .init(event.actor),
        .init(event.note.map { language.words(ofNote: $0, to: event.to, byNight: event.isNights) } ?? "", .muted),
      ]
    case .stage(_, let from, let to):
      let names = [from, to].map { $0.map { language.name($0) } ?? language.unknown }
      return [
        .init(line.day, .muted), .init(page.label(.stage), .strong), .init(names.joined(separator: " → "), .strong),
        .init(""), .init(""),
      ]
    }
  }
}
