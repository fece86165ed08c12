import Glibc

struct Holder {
  let profile: Int
  let income: Double
  let other: Double
}

/// What one product's holders teach.
struct ProductFit: Sendable {
  let income: PotentialModel.ProductIncome?
  /// By holder, in whole units a month: what is typical of one like it, and what it brings. Empty where nothing is taught.
  let typical: [Double]
  let real: [Double]

  init(_ holders: [Holder], unit: Double, profileCount: Int, settings: PotentialSettings) {
    let income = PotentialModel.ProductIncome(holders, profileCount: profileCount, settings: settings)
    self.income = income
    typical = income.map { model in holders.map { unit * model.typical($0) } } ?? []
    real = income.map { _ in holders.map { unit * sinh($0.income) } } ?? []
  }
}

extension PotentialModel.ProductIncome {
  init?(_ holders: [Holder], profileCount: Int, settings: PotentialSettings) {
    guard holders.count >= settings.minimumHolders else { return nil }
    let elasticity = Self.elasticity(holders)
    self.elasticity = elasticity
    ceiling = holders.reduce(-.infinity) { max($0, $1.income) }
    let bank = ResidualQuantiles(holders.map { $0.income - elasticity * $0.other }, settings)
    var byProfile = [[Double]](repeating: [], count: profileCount)
    for holder in holders { byProfile[holder.profile].append(holder.income - elasticity * holder.other) }
    residuals = byProfile.map { bank.refined(by: $0, settings) }
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
