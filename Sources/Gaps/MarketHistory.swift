import Banking
import Features

/// How many openings there were month by month before a snapshot's as-of date, and how many there could have been.
struct MarketHistory: Sendable {
  let products: Int
  /// Months counted, the oldest first; none before the first opening known.
  let months: Int
  /// By month, product: of clients that were there at the month's start and did not hold the product.
  let existing: Counts
  /// The same with the clients that came during the month.
  let all: Counts
  let seasons: MarketSeasons

  struct Counts: Sendable {
    var openings: [Double]
    /// Pairs that could open; in a `MarketHistory` times the factor of the season, so that openings by chances are free of it.
    var chances: [Double]
  }

  /// Three years tell a season from a fashion.
  static let limit = 36

  init(products: Int, months: Int, existing: Counts, all: Counts) {
    let seasons = MarketSeasons(existing, products: products, months: months)
    func seasonal(_ counts: Counts) -> Counts {
      let chances = counts.chances.enumerated().map { cell, chances in
        chances * seasons.factor(cell % products, month: cell / products)
      }
      return Counts(openings: counts.openings, chances: chances)
    }
    self.init(
      products: products, months: months, seasons: seasons, existing: seasonal(existing), all: seasonal(all))
  }

  private init(products: Int, months: Int, seasons: MarketSeasons, existing: Counts, all: Counts) {
    self.products = products
    self.months = months
    self.seasons = seasons
    self.existing = existing
    self.all = all
  }

  /// The market of all other products.
  func without(_ product: Int) -> MarketHistory {
    func others(_ values: [Double]) -> [Double] {
      values.enumerated().map { $0 % products == product ? 0 : $1 }
    }
    func others(_ counts: Counts) -> Counts {
      Counts(openings: others(counts.openings), chances: others(counts.chances))
    }
    return MarketHistory(
      products: products, months: months, seasons: seasons, existing: others(existing), all: others(all))
  }

  init(_ snapshot: Snapshot, months limit: Int = MarketHistory.limit, threads: Int) async {
    let pieces = chunks(of: snapshot.clients.count, size: max(4096, snapshot.clients.count / 8))
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      var counter = MonthlyCounter(snapshot, months: limit)
      for client in pieces[piece] { counter.count(client) }
      return counter
    }
    var counter = MonthlyCounter(snapshot, months: limit)
    for part in parts { counter.add(part) }
    let known = AdoptionOrigins.history(of: snapshot).map { first in counter.days.dropLast().count { $0 >= first } + 1 }
    let months = min(limit, known ?? 0)
    let products = snapshot.catalogue.count
    self.init(
      products: products, months: months, existing: counter.existing.counts(ofLast: months, products: products),
      all: counter.all.counts(ofLast: months, products: products))
  }
}

/// Whole numbers, so that the pieces add up to the same in any order.
private struct MonthlyCounter: Sendable {
  let snapshot: Snapshot
  /// Starts of the months, the oldest first, and the as-of date.
  let days: [BusinessDate]
  var existing: MonthlyMarket
  var all: MonthlyMarket
  private var state = ClientOwnership()
  private var opened: [Int] = []

  init(_ snapshot: Snapshot, months: Int) {
    self.snapshot = snapshot
    days = (0...months).reversed().map { snapshot.asOf.monthsEarlier($0) }
    existing = MonthlyMarket(months: months, products: snapshot.catalogue.count)
    all = existing
  }

  mutating func add(_ other: MonthlyCounter) {
    existing.add(other.existing)
    all.add(other.all)
  }

  mutating func count(_ client: Int) {
    let closed = snapshot.clients[client].closedOn
    guard let came = snapshot.seenSince(client) else { return }
    for month in 0..<days.count - 1 {
      let (start, end) = (days[month], days[month + 1])
      if let closed, closed <= start { continue }
      if came > end { continue }
      state.read(snapshot, client, day: start, monthStart: start, agesUntil: start)
      opened.removeAll(keepingCapacity: true)
      ClientOwnership.eachOpening(snapshot, client, after: start, upTo: end) { opened.append($0) }
      all.add(month, held: state.held, opened: opened)
      if came <= start { existing.add(month, held: state.held, opened: opened) }
    }
  }
}

/// Clients by month; holders and openings by month, product.
private struct MonthlyMarket: Sendable {
  private var clients: [Double]
  private var holders: [Double]
  private var openings: [Double]

  init(months: Int, products: Int) {
    clients = Array(repeating: 0, count: months)
    holders = Array(repeating: 0, count: months * products)
    openings = holders
  }

  mutating func add(_ month: Int, held: [Int], opened: [Int]) {
    let row = month * (holders.count / clients.count)
    clients[month] += 1
    for product in held { holders[row + product] += 1 }
    for product in opened { openings[row + product] += 1 }
  }

  mutating func add(_ other: MonthlyMarket) {
    for month in clients.indices { clients[month] += other.clients[month] }
    for cell in holders.indices {
      holders[cell] += other.holders[cell]
      openings[cell] += other.openings[cell]
    }
  }

  func counts(ofLast months: Int, products: Int) -> MarketHistory.Counts {
    let cells = holders.indices.suffix(months * products)
    return MarketHistory.Counts(
      openings: Array(openings[cells]), chances: cells.map { clients[$0 / products] - holders[$0] })
  }
}
