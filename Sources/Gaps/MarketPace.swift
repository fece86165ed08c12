import Glibc

/// How fast each product is being opened now, and how fast it will be: log monthly rates of opening by a client that does
/// not hold it. The products' shares are forecast by `MarketSlopes` from the `MarketSigns`; the total stays that of the
/// last month.
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
    let moved = zip(signs.year, slopes.sum(signs.signs)).map { $0 + $1 }
    let chances = MarketWindow(history.existing, products: history.products, months: max(0, end - 1)..<end).chances
    func total(_ rates: [Double]) -> Double {
      max(zip(rates, chances).reduce(0) { $0 + exp($1.0) * $1.1 }, .leastNormalMagnitude)
    }
    let level = log(total(signs.month) / total(moved))
    forecast = moved.map { $0 + level }
    year = signs.year
  }
}
