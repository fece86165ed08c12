import Wording

extension CardView {
  /// What the client was called about and what it said, latest first.
  static func timeline(_ card: CardFacts, _ page: inout Page) {
    guard !card.timeline.isEmpty else { return }
    page.heading(.timeline)
    let columns: [Table.Column] = [
      .left(page.title(.at)), .left(page.title(.action), min: 20), .left(page.title(.change)),
      .left(page.title(.actor), min: 8), .left(page.title(.note), min: 12),
    ]
    page.table(
      Table(
        columns,
        rows: card.timeline.map { line in
          let what =
            line.kind.term.map { page.language.action($0, product: line.productName) }
            ?? [line.kind.spelled, line.productName].compactMap { $0 }.joined(separator: ": ")
          return [
            .init(String(line.event.at.prefix(10)), .muted), .init(what), .init(page.language.name(line.event.to)),
            .init(line.event.actor), .init(line.event.note ?? "", .muted),
          ]
        }))
  }
}
