struct Holder {
  let profile: Int
  let income: Double
  let other: Double
}

extension PotentialModel.ProductIncome {
  init?(_ holders: [Holder], profileCount: Int, settings: PotentialSettings) {
    guard holders.count >= settings.minimumHolders else { return nil }
    let elasticity = Self.elasticity(holders)
    self.elasticity = elasticity
    ceiling = holders.reduce(-.infinity) { max($0, $1.income) }
    let bank = PotentialModel.ResidualQuantiles(holders.map { $0.income - elasticity * $0.other }, settings)
    var byProfile = [[Double]](repeating: [], count: profileCount)
    for holder in holders { byProfile[holder.profile].append(holder.income - elasticity * holder.other) }
    residuals = byProfile.map { values in
      guard !values.isEmpty else { return bank }
      let weight = Double(values.count) / (Double(values.count) + settings.priorHolders)
      return PotentialModel.ResidualQuantiles(values, settings).mixed(with: bank, weight: weight)
    }
  }

  /// Least-squares slope of income on other income, kept within 0...1: more business never means less income here, nor
  /// more than in proportion.
  private static func elasticity(_ holders: [Holder]) -> Double {
    let n = Double(holders.count)
    let meanIncome = holders.reduce(0) { $0 + $1.income } / n
    let meanOther = holders.reduce(0) { $0 + $1.other } / n
    var covariance = 0.0
    var variance = 0.0
    for holder in holders {
      covariance += (holder.other - meanOther) * (holder.income - meanIncome)
      variance += (holder.other - meanOther) * (holder.other - meanOther)
    }
    return variance > 0 ? min(1, max(0, covariance / variance)) : 0
  }
}

extension PotentialModel.ResidualQuantiles {
  init(_ values: [Double], _ settings: PotentialSettings) {
    let sorted = values.sorted()
    self.init(
      low: quantile(sorted, settings.lowQuantile), middle: quantile(sorted, 0.5),
      high: quantile(sorted, settings.highQuantile))
  }

  func mixed(with parent: Self, weight: Double) -> Self {
    Self(
      low: weight * low + (1 - weight) * parent.low, middle: weight * middle + (1 - weight) * parent.middle,
      high: weight * high + (1 - weight) * parent.high)
  }
}

/// Linear interpolation between order statistics (Hyndman & Fan 1996, type 7: what R, NumPy and `percentile_cont` do).
func quantile(_ sorted: [Double], _ share: Double) -> Double {
  let position = share * Double(sorted.count - 1)
  let below = Int(position)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}
