import Features

/// How the activity features are spread in component k when product j's income and operations are taken out of every
/// client: what p(x^(−j) | k) is made of. The component's own moments contain j's income and would send whoever earns
/// most of its income on j elsewhere as soon as j is left out. With the responsibilities r of the fitted mixture
///
///     μ_kj = Σ_i r_ik x_i^(−j) / Σ_i r_ik        σ²_kj = Σ_i r_ik (x_i^(−j))² / Σ_i r_ik − μ²_kj
///
/// over known values and with the fit's floor. The responsibilities look at j, and rightly so: they say who belongs to
/// component k of this mixture, and the moments of any function of its clients, x^(−j) too, are taken over those.
/// A second pass with responsibilities that leave j out would describe the components of another mixture.
struct LeaveOneOutMoments: Hashable, Sendable {
  /// In the mixture's units: `[(product × activity features + feature) × components + component]`.
  let means: [Double]
  let variances: [Double]

  init(means: [Double], variances: [Double]) {
    self.means = means
    self.variances = variances
  }

  /// - Parameter clients: those the mixture was fitted on.
  init(_ mixture: MixtureModel, _ table: FeatureTable, clients: [Int], varianceFloor: Double) {
    var statistics = LeaveOneOutStatistics(components: mixture.componentCount, products: mixture.productCount)
    statistics.collect(mixture, table, clients: clients)
    let own = Self.own(mixture)
    var means: [Double] = []
    var variances: [Double] = []
    for product in 0..<mixture.productCount {
      for cell in own.means.indices {
        let moments = statistics.moments(product, cell)
        means.append(moments?.mean ?? own.means[cell])
        variances.append(moments.map { max(varianceFloor, $0.variance) } ?? own.variances[cell])
      }
    }
    self.init(means: means, variances: variances)
  }

  /// Figures of either kind for a mixture.
  static func count(components: Int, products: Int) -> Int {
    products * ContinuousFeature.ofActivity.count * components
  }

  /// See `MixtureModel.withProducts`. Nobody earned anything on a product that is new, so that without it a component is
  /// what it is.
  func withProducts(_ origins: [Int?], of mixture: MixtureModel) -> LeaveOneOutMoments {
    let own = Self.own(mixture)
    let size = own.means.count
    return LeaveOneOutMoments(
      means: origins.flatMap { $0.map { means[$0 * size..<($0 + 1) * size] } ?? own.means[...] },
      variances: origins.flatMap { $0.map { variances[$0 * size..<($0 + 1) * size] } ?? own.variances[...] })
  }

  /// The components' own moments, laid out like one product's.
  private static func own(_ mixture: MixtureModel) -> (means: [Double], variances: [Double]) {
    let places = ContinuousFeature.ofActivity.flatMap { feature in
      (0..<mixture.componentCount).map { $0 * mixture.featureCount + feature.rawValue }
    }
    return (places.map { mixture.means[$0] }, places.map { mixture.variances[$0] })
  }
}
