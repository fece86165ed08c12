import Glibc

/// How much more or less of a product is opened in a month of the year than in the year around it, as far as that came back
/// year after year: a product for Christmas sells before Christmas, and hardly ever after it.
///
/// The ratio to the moving year is the classical seasonal index (Macaulay, "The Smoothing of Time Series", 1931), here shrunk twice:
/// to 1 by a gamma–Poisson prior, and by how alike the product's years are.
struct MarketSeasons: Sendable {
  static let year = 12

  /// By product, months counted back from the last known one: factors about 1.
  private let factors: [[Double]]
  /// By product, 0...1: how much of what its last months brought is told by its season.
  let belief: [Double]
  /// Months of the history.
  private let months: Int

  init(_ counts: MarketHistory.Counts, products: Int, months: Int) {
    let years = (0..<products).map { product in
      Years(
        (0..<months).map { month in
          let cell = month * products + product
          return (counts.openings[cell], counts.chances[cell])
        })
    }
    self.months = months
    belief = years.map(\.belief)
    factors = zip(years, belief).map { $0.factors(believed: $1) }
  }

  /// - Parameter month: of the history, or after it.
  func factor(_ product: Int, month: Int) -> Double {
    let back = (months - 1 - month) % Self.year
    return factors[product][back < 0 ? back + Self.year : back]
  }

  /// The mean of some months.
  func factor(_ product: Int, months: Range<Int>) -> Double {
    months.reduce(0) { $0 + factor(product, month: $1) } / Double(max(1, months.count))
  }
}

/// The whole years of one product's market, back from its last month to its first opening.
private struct Years {
  /// Openings that must speak against a flat year before they are believed.
  private static let prior = 10.0
  /// Likeness of two years of twelve months that chance alone may give: two standard deviations, 2/√(12 − 1).
  private static let chance = 0.6
  private static let year = MarketSeasons.year

  /// Openings, the latest month's first, and those that the rate of the twelve months around would give.
  private let months: [(real: Double, flat: Double)]

  init(_ series: [(openings: Double, chances: Double)]) {
    let known = Array(series.drop { $0.openings == 0 })
    let whole = known.count / Self.year * Self.year
    months = known.indices.reversed().prefix(whole).map { month in
      let first = min(max(0, month - Self.year / 2), known.count - Self.year)
      let around = known[first..<first + Self.year]
      let rate = around.reduce(0) { $0 + $1.openings } / max(1, around.reduce(0) { $0 + $1.chances })
      return (known[month].openings, rate * known[month].chances)
    }
  }

  /// By month back from the last, about 1.
  func factors(believed belief: Double) -> [Double] {
    let raw = (0..<Self.year).map { first in
      exp(belief * ratio(Array(stride(from: first, to: months.count, by: Self.year))))
    }
    let mean = raw.reduce(0, +) / Double(raw.count)
    return raw.map { $0 / mean }
  }

  /// How alike the years are beyond chance: their correlation, the mean of all pairs, as far as openings speak for it. A trend
  /// is no season: every year's straight line is taken out.
  var belief: Double {
    let years = stride(from: 0, to: months.count, by: Self.year).map { start in
      Self.withoutTrend((start..<start + Self.year).map { ratio([$0]) })
    }
    let likeness = years.indices.flatMap { one in (0..<one).map { Self.likeness(years[one], years[$0]) } }
    let mean = likeness.reduce(0, +) / Double(max(1, likeness.count))
    let openings = months.reduce(0) { $0 + $1.real }
    return min(1, max(0, (mean - Self.chance) / (1 - Self.chance))) * openings / (openings + Self.prior)
  }

  private static func withoutTrend(_ values: [Double]) -> [Double] {
    let middle = Double(values.count - 1) / 2
    let mean = values.reduce(0, +) / Double(values.count)
    let (slope, spread) = values.indices.reduce((0, 0)) {
      let distance = Double($1) - middle
      return ($0.0 + distance * values[$1], $0.1 + distance * distance)
    }
    return values.indices.map { values[$0] - mean - slope / spread * (Double($0) - middle) }
  }

  private static func likeness(_ one: [Double], _ other: [Double]) -> Double {
    func product(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
    return product(one, other) / max(sqrt(product(one, one) * product(other, other)), .leastNormalMagnitude)
  }

  /// Log of the openings of some months against those of a flat year.
  private func ratio(_ cells: [Int]) -> Double {
    let (real, flat) = cells.reduce((Self.prior, Self.prior)) { ($0.0 + months[$1].real, $0.1 + months[$1].flat) }
    return log(real / flat)
  }
}
