import Glibc

/// How fast each product is being opened now, and how fast it will be: monthly rates of opening by a client that does
/// not hold it.
///
/// The last month is shrunk to the last three, those to the last year, all at the window's own total, by a
/// gamma–Poisson prior of `prior` openings. The forecast continues the two slopes, damped, and leans toward what
/// newcomers take first; the coefficients were measured on inner splits of a seasonal market and cost nothing on a
/// quiet one (Gardner & McKenzie, "Forecasting Trends in Time Series", 1985, on why trends are damped).
struct MarketPace: Sendable {
  /// Log of the forecast monthly rate, by product.
  let forecast: [Double]
  /// Log of the last 12 months' rate, by product.
  let year: [Double]
  /// Clients without the product at the end, times the forecast rate: openings expected a month.

  static let prior = 5.0
  static let recentSlope = 0.3
  static let yearSlope = 0.2
  static let newcomers = 0.3

  init(_ counts: OpeningCounts) {
    let existing = Rates(counts, counts.openings, counts.clients, counts.holders)
    let all = Rates(counts, counts.allOpenings, counts.allClients, counts.allHolders)
    let recent = Self.centred(existing.month, existing.quarter)
    let yearly = Self.centred(existing.quarter, existing.year)
    let first = Self.centred(all.month, existing.month)
    forecast = existing.month.indices.map {
      existing.month[$0] + Self.recentSlope * recent[$0] + Self.yearSlope * yearly[$0] + Self.newcomers * first[$0]
    }
    year = existing.year
  }

  /// Differences about their mean, so that only the products' shares move, not the total.
  private static func centred(_ a: [Double], _ b: [Double]) -> [Double] {
    let differences = zip(a, b).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(max(1, differences.count))
    return differences.map { $0 - mean }
  }
}

/// Log rates over the last month, three months and year.
private struct Rates {
  let month: [Double]
  let quarter: [Double]
  let year: [Double]

  init(_ counts: OpeningCounts, _ openings: [Int32], _ clients: [Int32], _ holders: [Int32]) {
    let p = counts.products
    func window(_ months: Int) -> (openings: [Double], chances: [Double]) {
      var sums = (openings: [Double](repeating: 0, count: p), chances: [Double](repeating: 0, count: p))
      for month in 0..<min(months, counts.months) {
        for product in 0..<p {
          sums.openings[product] += Double(openings[month * p + product])
          sums.chances[product] += Double(clients[month] - holders[month * p + product])
        }
      }
      return sums
    }
    let all = window(12)
    let total = all.openings.reduce(0, +)
    let overall = max(total, 0.5) / max(1, all.chances.reduce(0, +))
    let year = Self.shrunk(all, toward: Array(repeating: overall, count: p), prior: 1)
    let quarter = Self.shrunk(window(3), toward: year, prior: MarketPace.prior)
    let month = Self.shrunk(window(1), toward: quarter, prior: MarketPace.prior)
    self.year = year.map { log($0) }
    self.quarter = quarter.map { log($0) }
    self.month = month.map { log($0) }
  }

  private static func shrunk(
    _ window: (openings: [Double], chances: [Double]), toward rates: [Double], prior: Double
  ) -> [Double] {
    let expected = zip(window.chances, rates).map { $0 * $1 }
    let level = (window.openings.reduce(0, +) + prior) / (expected.reduce(0, +) + prior)
    return rates.indices.map {
      let rate = rates[$0] * level
      return rate * (window.openings[$0] + prior) / (window.chances[$0] * rate + prior)
    }
  }
}
