import Features

/// Turns typical incomes into mean ones, for totals: income is so skewed that medians add up to less than half of what
/// comes in. By how much the mean is above the median depends on the level, so the factor is that of the tenth of the
/// estimates that the typical income falls into, shrunk toward the factor of all.
struct MeanFactors: Codable, Sendable {
  /// Upper bounds of all tenths but the last.
  private let bounds: [Double]
  private let factors: [Double]
  /// A hundredth of the mean income, added to a typical one, so that a mean can be above a median of nothing.
  private let floor: Double

  private static let groups = 10
  /// Estimates that a tenth must outweigh before its own factor is believed.
  private static let prior = 50.0

  /// - Parameters:
  ///   - typical: what was estimated, none negative; where there is none, a mean is taken to be the typical income.
  ///   - real: what came, in the same order.
  init(typical: [Double], real: [Double]) {
    let total = max(0, real.reduce(0, +))
    let floor = total / Double(max(1, real.count)) / 100
    self.floor = floor
    let sorted = typical.sorted()
    let bounds =
      sorted.isEmpty ? [] : (1..<Self.groups).map { interpolatedQuantile(sorted, Double($0) / Double(Self.groups)) }
    self.bounds = bounds
    var estimated = [Double](repeating: 0, count: Self.groups)
    var came = estimated
    var count = estimated
    for (typical, real) in zip(typical, real) {
      let group = Self.group(typical, bounds)
      estimated[group] += typical + floor
      came[group] += real
      count[group] += 1
    }
    let overall = sorted.isEmpty ? 1 : total > 0 ? total / estimated.reduce(0, +) : 0
    factors = (0..<Self.groups).map { group in
      guard count[group] > 0 else { return overall }
      let prior = Self.prior * estimated[group] / count[group]
      return max(0, (came[group] + overall * prior) / max(estimated[group] + prior, .leastNormalMagnitude))
    }
  }

  func mean(typical: Double) -> Double { (typical + floor) * factors[Self.group(typical, bounds)] }

  private static func group(_ typical: Double, _ bounds: [Double]) -> Int {
    var group = 0
    while group < bounds.count, typical > bounds[group] { group += 1 }
    return group
  }
}
