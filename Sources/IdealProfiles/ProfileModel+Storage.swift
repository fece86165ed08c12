package import Banking
import Features

extension ProfileModel {
  /// Version 1 had no moments without a product and no scale.
  private static let layout = 2.0

  /// The learnt numbers: layout version, unit of income, the mixture's parameters, then means and variances without each
  /// product. Reading them back gives the same model to the bit.
  package var parameters: [Double] {
    [Self.layout, scale.income] + mixture.parameters + leaveOneOut.means + leaveOneOut.variances
  }

  /// Reads what `parameters` wrote. Nil when the parts do not fit together or were made by another layout or for other
  /// features than this program's.
  package init?(
    parameters: [Double], products: [ProductCode], identities: [ProfileIdentity], baseline: [Int], nextID: Int
  ) {
    let moments = LeaveOneOutMoments.count(components: identities.count, products: products.count)
    guard parameters.count > 2 + 2 * moments, parameters[0] == Self.layout, parameters.allSatisfy(\.isFinite),
      let scale = FeatureScale(income: parameters[1]),
      let mixture = MixtureModel(parameters: Array(parameters[2..<parameters.count - 2 * moments])),
      mixture.featureCount == ContinuousFeature.count, mixture.productCount == products.count,
      identities.count == mixture.componentCount, baseline.count == mixture.componentCount,
      identities.allSatisfy({ $0.id < nextID })
    else { return nil }
    let leaveOneOut = LeaveOneOutMoments(
      means: Array(parameters.suffix(2 * moments).prefix(moments)), variances: Array(parameters.suffix(moments)))
    guard leaveOneOut.variances.allSatisfy({ $0 > 0 }) else { return nil }
    self.init(
      mixture: mixture, leaveOneOut: leaveOneOut, scale: scale, products: products, identities: identities,
      baseline: baseline, nextID: nextID)
  }
}
