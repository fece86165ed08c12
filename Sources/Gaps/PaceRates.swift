import Glibc

/// Log monthly rates of opening by a client that does not hold the product: over the last month, three months and year
/// before a point of the history.
///
/// The last month is shrunk to the last three, those to the last year, all at the window's own total, by a
/// gamma–Poisson prior of `prior` openings.
struct PaceRates {
  let month: [Double]
  let quarter: [Double]
  let year: [Double]

  static let prior = 5.0

  /// - Parameter end: months of the history that are known.
  init(_ counts: MarketHistory.Counts, products: Int, end: Int) {
    func window(_ months: Int) -> MarketWindow {
      MarketWindow(counts, products: products, months: max(0, end - months)..<end)
    }
    let whole = window(12)
    let year = whole.rates(toward: Array(repeating: whole.overall, count: products), prior: 1)
    let quarter = window(3).rates(toward: year, prior: Self.prior)
    let month = window(1).rates(toward: quarter, prior: Self.prior)
    self.year = year.map { log($0) }
    self.quarter = quarter.map { log($0) }
    self.month = month.map { log($0) }
  }
}

/// Openings and chances summed over some months, by product.
struct MarketWindow {
  let openings: [Double]
  let chances: [Double]

  init(_ counts: MarketHistory.Counts, products: Int, months: Range<Int>) {
    var openings = [Double](repeating: 0, count: products)
    var chances = openings
    for month in months {
      for product in 0..<products {
        openings[product] += counts.openings[month * products + product]
        chances[product] += counts.chances[month * products + product]
      }
    }
    self.openings = openings
    self.chances = chances
  }

  /// The rate of all products together.
  var overall: Double { max(openings.reduce(0, +), 0.5) / max(1, chances.reduce(0, +)) }

  /// The window's own total, its products shrunk toward the shares that other rates give them.
  func rates(toward rates: [Double], prior: Double) -> [Double] {
    let expected = zip(chances, rates).map { $0 * $1 }
    let level = (openings.reduce(0, +) + prior) / (expected.reduce(0, +) + prior)
    return rates.indices.map {
      let rate = rates[$0] * level
      return rate * (openings[$0] + prior) / (chances[$0] * rate + prior)
    }
  }
}
