package import Banking
package import Features
import Glibc

/// Monthly income of a product for a client that does not have it, learned from comparable holders: of the same
/// profile, scaled by the client's own *other* income.
///
/// On the scale t(x) = asinh(x / unit) a holder's income is elasticity × t(other income) + residual. The residual's
/// quantiles, by profile and shrunk toward the bank's, give low, typical (median) and high; quantiles pass through the
/// monotone t unchanged, so no figure is a mean of a skewed quantity. The unit is a hundredth of the median client's
/// income: above it t is a logarithm, so that incomes scale in proportion, and zero and losses stay finite.
package struct PotentialModel: Codable, Sendable {
  let unit: Double
  /// By product; nil where the bank has too few holders.
  let products: [ProductIncome?]
  private let factors: MeanFactors

  struct ProductIncome: Codable, Sendable {
    let elasticity: Double
    /// The best holder's income, on the scale t: a client of unusual size is not worth more than any has ever been.
    let ceiling: Double
    /// By profile.
    let residuals: [ResidualQuantiles]
  }

  /// - Parameter profiles: by client × product, the profile the client belongs to with that product left out; values
  ///   below `profileCount`.
  /// - Returns: nil where the bank's income is unknown.
  package init?(
    _ table: FeatureTable, profiles: [UInt8], profileCount: Int, settings: PotentialSettings, threads: Int
  ) async {
    guard table.snapshot.hasIncome else { return nil }
    let unit = table.scale.income / 10
    let places = ProductHolders(table)
    let fits = await inParallel(table.productCount, threads: threads) { product in
      let holders = places.of(product).map { client, place in
        let holding = table.snapshot.holdings[place]
        return Holder(
          profile: Int(profiles[client * table.productCount + product]),
          income: asinh(table.monthlyIncome(of: holding, client: client) / unit),
          other: asinh(table.otherIncome(of: client, without: holding) / unit))
      }
      return ProductFit(holders, unit: unit, profileCount: profileCount, settings: settings)
    }
    products = fits.map(\.income)
    self.unit = unit
    factors = MeanFactors(typical: fits.flatMap(\.typical), real: fits.flatMap(\.real))
  }

  /// - Parameter holding: the client's row of the product, where it has one (held, dropped or used without account).
  /// - Returns: nil where the bank has too few holders to say.
  package func estimate(
    _ table: FeatureTable, client: Int, product: Int, holding: Holding?, profile: UInt8
  ) -> IncomeEstimate? {
    guard let model = products[product] else { return nil }
    let other = asinh(table.otherIncome(of: client, without: holding) / unit)
    let residual = model.residuals[Int(profile)]
    let typical = unit * model.income(residual.middle, other: other)
    return IncomeEstimate(
      low: unit * model.income(residual.low, other: other), typical: typical,
      high: unit * model.income(residual.high, other: other), mean: factors.mean(typical: typical))
  }

  /// The typical income alone, in whole units.
  func typical(_ table: FeatureTable, client: Int, product: Int, holding: Holding?, profile: UInt8) -> Double? {
    guard let model = products[product] else { return nil }
    let other = asinh(table.otherIncome(of: client, without: holding) / unit)
    return unit * model.income(model.residuals[Int(profile)].middle, other: other)
  }

  /// What the best holder brings, in whole units; nil where the bank has too few to say.
  func ceiling(of product: Int) -> Double? { products[product].map { unit * sinh($0.ceiling) } }
}

extension PotentialModel.ProductIncome {
  /// In units, never negative.
  func income(_ residual: Double, other: Double) -> Double { max(0, sinh(min(residual + elasticity * other, ceiling))) }

  func typical(_ holder: Holder) -> Double { income(residuals[holder.profile].middle, other: holder.other) }
}

extension FeatureTable {
  /// Average income a month on the holding over the observed months of the last 12, in whole units.
  package func monthlyIncome(of holding: Holding, client: Int) -> Double {
    Double(holding.income12) / 100 / Double(max(1, observedMonths(of: client, holding)))
  }

  /// Average income a month of the client without the holding, in whole units.
  package func otherIncome(of client: Int, without holding: Holding?) -> Double {
    let rest = holding.map { figures[client].without($0) } ?? figures[client]
    return Double(rest.income12) / 100 / Double(max(1, rest.observed12))
  }
}
