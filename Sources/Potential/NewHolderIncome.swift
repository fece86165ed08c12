import Banking
package import Features
import Glibc

/// What a product would bring a month from a client that takes it, learned from what new holders really brought in
/// their first months: by product, by what comparable holders bring, and by the client's own business.
///
/// A ridge regression on the scale asinh(income / unit), where incomes scale in proportion and nothing and losses stay
/// finite. The quantiles of what it leaves unexplained, by product and shrunk toward all products', give low, typical
/// (median) and high; the mean is calibrated by level (`MeanFactors`). A class, since it is asked of every client and
/// product, and a copy would count a reference for each of its columns.
package final class NewHolderIncome: Sendable {
  package let lessons: NewHolderLessons
  private let inputs: BusinessInputs

  /// What was learned before, applied to tonight's clients.
  package init(_ lessons: NewHolderLessons, _ table: FeatureTable, holders: PotentialModel, profiles: [UInt8]) {
    self.lessons = lessons
    inputs = BusinessInputs(
      table, holders: holders, profiles: profiles, unit: lessons.unit, usual: lessons.usual)
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
        : NewHolderLessons.ProductLevel(
          level: levels[product], residuals: all.refined(by: own.map { unexplained[$0] }, settings),
          ceiling: own.reduce(holders ?? -.infinity) { max($0, scaled[$1]) })
    }
    let typical = zip(fitted, newHolders.products).map { fit, product in
      max(0, unit * sinh(fit + (products[product]?.residuals ?? all).middle))
    }
    inputs = tonight
    lessons = NewHolderLessons(
      unit: unit, usual: tonight.usual, regression: regression, products: products,
      factors: MeanFactors(typical: typical, real: newHolders.incomes))
  }

  /// What the client's own business says, the same for all products asked for.
  package func business(of client: Int) -> [Double] { inputs.common(of: client) }

  /// - Parameter business: the client's.
  /// - Returns: nil where the bank has too few holders to say.
  package func estimate(client: Int, product: Int, business: [Double]) -> IncomeEstimate? {
    guard let model = lessons.products[product] else { return nil }
    let fit = lessons.regression.answer(inputs.row(client, product, common: business, newHolders: model.level))
    func income(_ residual: Double) -> Double {
      max(0, inputs.unit * sinh(min(fit + residual, model.ceiling)))
    }
    let typical = income(model.residuals.middle)
    return IncomeEstimate(
      low: income(model.residuals.low), typical: typical, high: income(model.residuals.high),
      mean: lessons.factors.mean(typical: typical))
  }
}
