import Banking

/// How many openings there were month by month before a snapshot's as-of date, and how many there could have been.
struct MarketHistory: Sendable {
  let products: Int
  /// Months counted, the oldest first; none before the first opening known.
  let months: Int
  /// By month, product: of clients that were there at the month's start and did not hold the product.
  let existing: Counts
  /// The same with the clients that came during the month.
  let all: Counts

  struct Counts: Sendable {
    var openings: [Double]
    var chances: [Double]
  }

  /// Three years tell a season from a fashion.
  static let limit = 36

  init(products: Int, months: Int, existing: Counts, all: Counts) {
    self.products = products
    self.months = months
    self.existing = existing
    self.all = all
  }

  init(_ snapshot: Snapshot, months limit: Int = MarketHistory.limit) {
    var counter = MonthlyCounter(snapshot, months: limit)
    for client in snapshot.clients.indices { counter.count(client) }
    let known = AdoptionOrigins.history(of: snapshot).map { first in counter.days.dropLast().count { $0 >= first } + 1 }
    months = min(limit, known ?? 0)
    products = snapshot.catalogue.count
    let dropped = (limit - months) * products
    existing = Counts(
      openings: Array(counter.openings[dropped...]), chances: Array(counter.chances[dropped...]))
    all = Counts(
      openings: Array(counter.allOpenings[dropped...]), chances: Array(counter.allChances[dropped...]))
  }
}

private struct MonthlyCounter {
  let snapshot: Snapshot
  /// Starts of the months, the oldest first, and the as-of date.
  let days: [BusinessDate]
  let products: Int
  var openings: [Double]
  var chances: [Double]
  var allOpenings: [Double]
  var allChances: [Double]

  init(_ snapshot: Snapshot, months: Int) {
    self.snapshot = snapshot
    days = (0...months).reversed().map { AdoptionOrigins.monthsBefore(snapshot.asOf, $0) }
    products = snapshot.catalogue.count
    openings = Array(repeating: 0, count: months * products)
    (chances, allOpenings, allChances) = (openings, openings, openings)
  }

  mutating func count(_ client: Int) {
    let facts = snapshot.clients[client]
    for month in 0..<days.count - 1 {
      if let closed = facts.closedOn, closed <= days[month] { continue }
      if let opened = facts.openedOn, opened > days[month + 1] { continue }
      let isNewcomer = facts.openedOn.map { $0 > days[month] } ?? false
      for product in 0..<products {
        allChances[month * products + product] += 1
        if !isNewcomer { chances[month * products + product] += 1 }
      }
      for holding in snapshot.holdings(of: client) {
        let cell = month * products + Int(holding.product)
        switch state(holding, month) {
        case .held:
          allChances[cell] -= 1
          if !isNewcomer { chances[cell] -= 1 }
        case .opened:
          allOpenings[cell] += 1
          if !isNewcomer { openings[cell] += 1 }
        case .neither: break
        }
      }
    }
  }

  private enum State { case held, opened, neither }

  /// Held at the start of the month, or opened in it.
  private func state(_ holding: Holding, _ month: Int) -> State {
    var isOpened = false
    for spell in snapshot.spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)] {
      guard let start = spell.start, start > days[month] else {
        if spell.end.map({ $0 > days[month] }) ?? true { return .held }
        continue
      }
      if start <= days[month + 1] { isOpened = true }
    }
    return isOpened ? .opened : .neither
  }
}
