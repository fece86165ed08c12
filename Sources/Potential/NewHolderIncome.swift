import Banking
import Features
import Glibc

/// What a product would bring a month from a client that takes it, learned from what new holders really brought in
/// their first months: by product, by what comparable holders bring, and by the client's own business.
///
/// A ridge regression on the scale asinh(income / unit), where incomes scale in proportion and nothing and losses stay
/// finite. The quantiles of what it leaves unexplained, by product and shrunk toward all products', give low, typical
/// (median) and high; the mean is calibrated by level (`MeanFactors`).
package struct NewHolderIncome: Sendable {
  private let inputs: BusinessInputs
  private let regression: RidgeRegression
  /// By product; nil where neither new nor old holders are enough to say anything.
  private let products: [ProductLevel?]
  private let factors: MeanFactors

  struct ProductLevel: Sendable {
    /// What new holders bring, on the scale.
    let level: Double
    let residuals: ResidualQuantiles
    /// No client is worth more than any has ever been.
    let ceiling: Double
  }

  /// - Returns: nil where fewer new holders are known than the settings ask for: comparable holders must do then.
  package init?(_ tonight: BusinessInputs, newHolders: NewHolders, settings: PotentialSettings) {
    guard newHolders.count >= settings.minimumNewHolders else { return nil }
    let unit = tonight.unit
    let scaled = newHolders.incomes.map { asinh($0 / unit) }
    let levels = NewHolderLevels(scaled, newHolders.products, usual: tonight.usual, settings: settings).values
    let rows = newHolders.rows(levels: levels)
    let regression = RidgeRegression(
      rows, width: BusinessInputs.count, answers: scaled, penalty: settings.regressionPenalty)
    let fitted = regression.answers(rows)
    let unexplained = zip(scaled, fitted).map { $0 - $1 }
    let all = ResidualQuantiles(unexplained, settings)
    let products = levels.indices.map { product in
      let own = newHolders.products.indices.filter { newHolders.products[$0] == product }
      let holders = tonight.holders.ceiling(of: product).map { asinh($0 / unit) }
      return holders == nil && own.count < settings.minimumHolders
        ? nil
        : ProductLevel(
          level: levels[product], residuals: all.refined(by: own.map { unexplained[$0] }, settings),
          ceiling: own.reduce(holders ?? -.infinity) { max($0, scaled[$1]) })
    }
    let typical = zip(fitted, newHolders.products).map { fit, product in
      max(0, unit * sinh(fit + (products[product]?.residuals ?? all).middle))
    }
    factors = MeanFactors(typical: typical, real: newHolders.incomes)
    inputs = tonight
    self.regression = regression
    self.products = products
  }

  /// What the client's own business says, the same for all products asked for.
  package func business(of client: Int) -> [Double] { inputs.common(of: client) }

  /// - Parameter business: the client's.
  /// - Returns: nil where the bank has too few holders to say.
  package func estimate(client: Int, product: Int, business: [Double]) -> IncomeEstimate? {
    guard let model = products[product] else { return nil }
    let fit = regression.answer(inputs.row(client, product, common: business, newHolders: model.level))
    func income(_ residual: Double) -> Double {
      max(0, inputs.unit * sinh(min(fit + residual, model.ceiling)))
    }
    let typical = income(model.residuals.middle)
    return IncomeEstimate(
      low: income(model.residuals.low), typical: typical, high: income(model.residuals.high),
      mean: factors.mean(typical: typical))
  }
}
