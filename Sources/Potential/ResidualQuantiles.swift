import Features

/// Quantiles of what a model of income leaves unexplained: they become low, typical and high.
struct ResidualQuantiles: Codable, Sendable {
  let low: Double
  let middle: Double
  let high: Double
}

extension ResidualQuantiles {
  init(_ values: [Double], _ settings: PotentialSettings) {
    let sorted = values.sorted()
    self.init(
      low: interpolatedQuantile(sorted, settings.lowQuantile), middle: interpolatedQuantile(sorted, 0.5),
      high: interpolatedQuantile(sorted, settings.highQuantile))
  }

  /// Moved toward the quantiles of a part of the cases, as far as that part is large.
  func refined(by values: [Double], _ settings: PotentialSettings) -> Self {
    guard !values.isEmpty else { return self }
    let weight = Double(values.count) / (Double(values.count) + settings.priorHolders)
    let own = Self(values, settings)
    return Self(
      low: weight * own.low + (1 - weight) * low, middle: weight * own.middle + (1 - weight) * middle,
      high: weight * own.high + (1 - weight) * high)
  }
}
