import Glibc

/// How much more often than everybody a group opens each product: log of (observed + a) / (expected + a), the
/// gamma–Poisson shrinkage of a rate ratio. Expected openings follow each month's own rate of the product, so that
/// season and growth do not masquerade as a property of the group.
struct OpeningRatios: Sendable {
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
    let rates = Self.monthlyRates(counts)
    /// Ratios of `groups` groups; `chances(month, group, product)` clients could have opened.
    func ratios(
      _ openings: [Int32], groups: Int, prior: Double, chances: (Int, Int, Int) -> Int32
    ) -> [Float] {
      var ratios = [Float](repeating: 0, count: groups * p)
      for group in 0..<groups {
        for product in 0..<p {
          var expected = 0.0
          for month in 0..<counts.months {
            expected += rates[month * p + product] * Double(chances(month, group, product))
          }
          let observed = Double(openings[group * p + product])
          ratios[group * p + product] = Float(log((observed + prior) / (expected + prior)))
        }
      }
      return ratios
    }
    cell = ratios(counts.cellOpenings, groups: counts.cells, prior: prior) {
      let position = $0 * counts.cells + $1
      return counts.cellClients[position] - counts.cellHolders[position * p + $2]
    }
    dropped = ratios(counts.droppedOpenings, groups: OpeningCounts.droppedStates, prior: prior * 0.3) {
      counts.droppedClients[($0 * OpeningCounts.droppedStates + $1) * p + $2]
    }
    pair = ratios(counts.pairOpenings, groups: p, prior: prior) {
      counts.pairHolders[($0 * p + $1) * p + $1] - counts.pairHolders[($0 * p + $1) * p + $2]
    }
    next = ratios(counts.nextOpenings, groups: p, prior: prior) {
      counts.nextClients[$0 * p + $1] - counts.nextHolders[($0 * p + $1) * p + $2]
    }
    profile = ratios(counts.profileOpenings, groups: counts.profiles, prior: prior) {
      counts.profileClients[($0 * counts.profiles + $1) * p + $2]
    }
  }

  /// By month, product: openings by those who could open.
  private static func monthlyRates(_ counts: OpeningCounts) -> [Double] {
    (0..<counts.months * counts.products).map { index in
      let chances = counts.clients[index / counts.products] - counts.holders[index]
      return chances > 0 ? Double(counts.openings[index]) / Double(chances) : 0
    }
  }
}
