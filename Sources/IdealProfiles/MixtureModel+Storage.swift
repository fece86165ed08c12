extension MixtureModel {
  private static let layout = 1.0

  /// All parameters as plain numbers: layout version, K, D, P, then offsets, scales (D each), weights (K), means,
  /// variances (K × D) and probabilities (K × P). Reading them back gives the same model to the bit.
  package var parameters: [Double] {
    [Self.layout, Double(componentCount), Double(featureCount), Double(productCount)] + units.offsets + units.scales
      + weights + means + variances + probabilities
  }

  /// Reads what `parameters` wrote; nil when the numbers are not a model.
  package init?(parameters: [Double]) {
    guard parameters.count >= 4, parameters[0] == Self.layout, parameters.allSatisfy(\.isFinite),
      parameters[1...3].allSatisfy({ $0 >= 0 && $0 <= 10_000 && $0 == $0.rounded() })
    else { return nil }
    let (k, d, p) = (Int(parameters[1]), Int(parameters[2]), Int(parameters[3]))
    guard k >= 1, parameters.count == 4 + 2 * d + k + 2 * k * d + k * p else { return nil }
    var rest = parameters[4...]
    func take(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let units = Standardisation(offsets: take(d), scales: take(d))
    let (weights, means, variances, probabilities) = (take(k), take(k * d), take(k * d), take(k * p))
    guard units.scales.allSatisfy({ $0 >= 0 }), weights.allSatisfy({ $0 > 0 }), variances.allSatisfy({ $0 > 0 }),
      probabilities.allSatisfy({ $0 > 0 && $0 < 1 })
    else { return nil }
    self.init(
      units: units, weights: weights, means: means, variances: variances, probabilities: probabilities,
      productCount: p)
  }
}
