import Glibc

/// How much more often than everybody a group opens each product: log of (observed + a) / (expected + a), the
/// gamma–Poisson shrinkage of a rate ratio. Expected openings follow each month's own rate of the product, so that
/// season and growth do not masquerade as a property of the group.
struct OpeningRatios: Codable, Sendable {
  let products: Int
  /// By cell, product.
  let cell: [Float]
  /// By time since dropped, product.
  let dropped: [Float]
  /// By product held, product.
  let pair: [Float]
  /// By product opened in the month before, product.
  let next: [Float]
  /// By profile, product.
  let profile: [Float]

  init(_ counts: OpeningCounts, prior: Double) {
    let p = counts.products
    products = p
    let market = MarketRates(counts)
    cell = market.ratios(counts.cellOpenings, groups: counts.cells, prior: prior) {
      let position = $0 * counts.cells + $1
      return counts.cellClients[position] - counts.cellHolders[position * p + $2]
    }
    dropped = market.ratios(counts.droppedOpenings, groups: OpeningCounts.droppedStates, prior: prior * 0.3) {
      counts.droppedClients[($0 * OpeningCounts.droppedStates + $1) * p + $2]
    }
    pair = market.ratios(counts.pairOpenings, groups: p, prior: prior) {
      counts.pairHolders[($0 * p + $1) * p + $1] - counts.pairHolders[($0 * p + $1) * p + $2]
    }
    next = market.ratios(counts.nextOpenings, groups: p, prior: prior) {
      counts.nextClients[$0 * p + $1] - counts.nextHolders[($0 * p + $1) * p + $2]
    }
    profile = market.ratios(counts.profileOpenings, groups: counts.profiles, prior: prior) {
      counts.profileClients[($0 * counts.profiles + $1) * p + $2]
    }
  }
}

/// What every group is compared with.
private struct MarketRates {
  let products: Int
  let months: Int
  /// By month, product: openings by those who could open.
  let rates: [Double]

  init(_ counts: OpeningCounts) {
    products = counts.products
    months = counts.months
    rates = counts.openings.indices.map { index in
      let chances = counts.clients[index / counts.products] - counts.holders[index]
      return chances > 0 ? Double(counts.openings[index]) / Double(chances) : 0
    }
  }

  /// - Parameters:
  ///   - openings: by group, product.
  ///   - chances: how many clients of (month, group) could have opened the product.
  func ratios(
    _ openings: [Int32], groups: Int, prior: Double, chances: (Int, Int, Int) -> Int32
  ) -> [Float] {
    var ratios = [Float](repeating: 0, count: groups * products)
    for group in 0..<groups {
      for product in 0..<products {
        var expected = 0.0
        for month in 0..<months {
          expected += rates[month * products + product] * Double(chances(month, group, product))
        }
        let observed = Double(openings[group * products + product])
        ratios[group * products + product] = Float(log((observed + prior) / (expected + prior)))
      }
    }
    return ratios
  }
}
