extension MixtureModel {
  /// All parameters as plain numbers: K, D, P, then offsets, scales (D each), weights (K), means,
  /// variances (K × D) and probabilities (K × P). Reading them back gives the same model to the bit.
  var parameters: [Double] {
    [Double(componentCount), Double(featureCount), Double(productCount)] + units.offsets + units.scales
      + weights + means + variances + probabilities
  }

  /// Reads what `parameters` wrote; nil when the numbers are not a model.
  init?(parameters: [Double]) {
    guard parameters.count >= 3, parameters.allSatisfy(\.isFinite),
      parameters[..<3].allSatisfy({ $0 >= 0 && $0 <= 10_000 && $0 == $0.rounded() })
    else { return nil }
    let (k, d, p) = (Int(parameters[0]), Int(parameters[1]), Int(parameters[2]))
    guard k >= 1, parameters.count == 3 + 2 * d + k + 2 * k * d + k * p else { return nil }
    var rest = parameters[3...]
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
