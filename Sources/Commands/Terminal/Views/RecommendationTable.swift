import Banking
import Wording

/// Recommendations as rows: rank, product, chance, money, and whether it is offered.
enum RecommendationTable {
  static func table(_ facts: [RecommendationFacts], _ page: Page) -> Table {
    let hasIncome = facts.contains { $0.typical != nil }
    let before: [Table.Column] = [
      .right(page.title(.rank)), .left(page.title(.product), min: 14), .left(page.title(.gap)),
      .right(page.title(.chance)),
    ]
    let money: [Table.Column] = [
      .right(page.title(.worth)), .right(page.title(.range)), .right(page.title(.expected)),
    ]
    let status = Table.Column.left(page.title(.status), min: 14)
    return Table(
      before + (hasIncome ? money : []) + [status],
      rows: facts.map {
        [rank($0), product($0), gap($0, page), chance($0, page)] + (hasIncome ? self.money($0, page) : []) + [
          self.status($0, page)
        ]
      })
  }

  private static func rank(_ fact: RecommendationFacts) -> Table.Cell {
    Table.Cell(fact.rank.map { String($0) } ?? Page.none, .muted)
  }

  private static func product(_ fact: RecommendationFacts) -> Table.Cell {
    Table.Cell(fact.productName, isOpen(fact) ? .strong : .plain)
  }

  private static func gap(_ fact: RecommendationFacts, _ page: Page) -> Table.Cell {
    Table.Cell(page.language.name(fact.gap), fact.gap.term == .missing ? .muted : .warning)
  }

  private static func chance(_ fact: RecommendationFacts, _ page: Page) -> Table.Cell {
    Table.Cell(fact.probability.map { page.language.numbers.percent($0) } ?? Page.none)
  }

  private static func money(_ fact: RecommendationFacts, _ page: Page) -> [Table.Cell] {
    [
      Table.Cell(page.brief(fact.typical)),
      Table.Cell(page.range(fact.low, fact.high) ?? Page.none, .muted),
      Table.Cell(page.brief(fact.expected), .strong),
    ]
  }

  private static func status(_ fact: RecommendationFacts, _ page: Page) -> Table.Cell {
    Table.Cell(page.language.statusCell(fact), isOpen(fact) ? .good : .muted)
  }

  private static func isOpen(_ fact: RecommendationFacts) -> Bool {
    fact.status.term == .offered || fact.status.term == .alreadyOpen
  }
}
