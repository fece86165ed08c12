import Glibc

/// How fast each product is being opened now, and how fast it will be: log monthly rates of opening by a client that does
/// not hold it. The products' shares are forecast by `MarketSlopes` from the `MarketSigns`; the total stays that of the
/// last month, season and burst of a single product aside.
struct MarketPace: Sendable {
  /// Log of the forecast monthly rate, by product.
  let forecast: [Double]
  /// Log of the last 12 months' rate, by product.
  let year: [Double]

  /// - Parameters:
  ///   - end: months of the history that are known.
  ///   - ahead: months to come.
  init(_ history: MarketHistory, end: Int, ahead: Int, slopes: MarketSlopes) {
    let signs = MarketSigns(history, end: end, ahead: ahead)
    var rates = Self.rates(history, signs, end: end, slopes: slopes)
    if let burst = Self.burst(history, end: end, year: signs.year) {
      // It says nothing of the others, and goes on as in the last quarter at most.
      let own = min(rates[burst], signs.quarter[burst])
      let others = history.without(burst)
      rates = Self.rates(others, MarketSigns(others, end: end, ahead: ahead), end: end, slopes: slopes)
      rates[burst] = own
    }
    forecast = rates.enumerated().map { $1 + log(history.seasons.factor($0, months: end..<end + ahead)) }
    year = signs.year
  }

  /// Log rates, free of the season.
  private static func rates(
    _ history: MarketHistory, _ signs: MarketSigns, end: Int, slopes: MarketSlopes
  ) -> [Double] {
    let moved = zip(signs.year, slopes.sum(signs.signs)).map { $0 + $1 }
    let chances = MarketWindow(history.existing, products: history.products, months: max(0, end - 1)..<end).chances
    // What a product's own season tells says nothing of the others.
    let weights = zip(chances, history.seasons.belief).map { $0 * max(0.001, 1 - $1) }
    func total(_ rates: [Double]) -> Double {
      max(zip(rates, weights).reduce(0) { $0 + exp($1.0) * $1.1 }, .leastNormalMagnitude)
    }
    let level = log(total(signs.month) / total(moved))
    return moved.map { $0 + level }
  }

  /// The product that was most of what was opened in the last month or quarter, half as much again of it as in the year and more than
  /// chance gives: a campaign, or a first Christmas.
  private static func burst(_ history: MarketHistory, end: Int, year: [Double]) -> Int? {
    for months in [1, 3] {
      let window = MarketWindow(history.existing, products: history.products, months: max(0, end - months)..<end)
      let usual = zip(window.chances, year).map { $0 * exp($1) }
      let opened = window.openings.reduce(0, +)
      let level = opened / max(.leastNormalMagnitude, usual.reduce(0, +))
      let burst = usual.indices.first {
        let (real, expected) = (window.openings[$0], usual[$0] * level)
        return real > opened / 2 && real > 1.5 * expected && real - expected > max(10, 3 * sqrt(expected))
      }
      if let burst { return burst }
    }
    return nil
  }
}
