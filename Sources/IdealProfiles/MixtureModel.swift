/// A fitted finite mixture for mixed data. Component k has a weight, independent Gaussians on the continuous features
/// and independent Bernoullis on the products:
///
///     p(x, b) = Σ_k w_k · Π_d N(x_d; μ_kd, σ²_kd) · Π_j p_kj^b_j (1 − p_kj)^(1 − b_j)
///
/// An unknown x_d is marginalised: its factor is left out. The value is immutable and always usable; a model that has
/// not been fitted cannot be expressed.
package struct MixtureModel: Hashable, Sendable {
  package let componentCount: Int
  package let featureCount: Int
  package let productCount: Int
  let units: Standardisation
  /// By component; sum 1.
  package let weights: [Double]
  /// Component-major, in standardised units.
  package let means: [Double]
  package let variances: [Double]
  /// Component-major, each strictly between 0 and 1.
  package let probabilities: [Double]

  init(
    units: Standardisation, weights: [Double], means: [Double], variances: [Double], probabilities: [Double],
    productCount: Int
  ) {
    componentCount = weights.count
    featureCount = units.offsets.count
    self.productCount = productCount
    self.units = units
    self.weights = weights
    self.means = means
    self.variances = variances
    self.probabilities = probabilities
  }

  package func probability(_ component: Int, _ product: Int) -> Double {
    probabilities[component * productCount + product]
  }

  /// The component's mean as a distance from the sample's mean in standard deviations; 0 where the feature says nothing.
  package func standing(_ component: Int, _ feature: Int) -> Double {
    units.scales[feature] > 0 ? means[component * featureCount + feature] : 0
  }

  /// The same in standard deviations of the component.
  package func ownStanding(_ component: Int, _ feature: Int) -> Double {
    standing(component, feature) / variances[component * featureCount + feature].squareRoot()
  }

  /// The component's mean in the feature's own units.
  package func mean(_ component: Int, _ feature: Int) -> Double {
    units.offsets[feature] + units.scales[feature] * means[component * featureCount + feature]
  }

  /// Parameters that the sample determines: for BIC. A feature that says nothing has none.
  package var freeParameters: Int {
    let informative = units.scales.count { $0 > 0 }
    return componentCount - 1 + componentCount * (2 * informative + productCount)
  }

  /// The same mixture stated in other units, so that a fit can start from it.
  func restated(in other: Standardisation) -> MixtureModel {
    var means = means
    var variances = variances
    for component in 0..<componentCount {
      for feature in 0..<featureCount {
        let place = component * featureCount + feature
        let comparable = units.scales[feature] > 0 && other.scales[feature] > 0
        let ratio = comparable ? units.scales[feature] / other.scales[feature] : 1
        means[place] =
          comparable ? (mean(component, feature) - other.offsets[feature]) / other.scales[feature] : 0
        variances[place] = comparable ? variances[place] * ratio * ratio : 1
      }
    }
    return MixtureModel(
      units: other, weights: weights, means: means, variances: variances, probabilities: probabilities,
      productCount: productCount)
  }

  /// The same mixture over another list of products: position j of the new list is `origins[j]` of this one, or a
  /// product unknown to it, which then says nothing about the component.
  func withProducts(_ origins: [Int?]) -> MixtureModel {
    var probabilities: [Double] = []
    for component in 0..<componentCount {
      for origin in origins { probabilities.append(origin.map { probability(component, $0) } ?? 0.5) }
    }
    return MixtureModel(
      units: units, weights: weights, means: means, variances: variances, probabilities: probabilities,
      productCount: origins.count)
  }
}
