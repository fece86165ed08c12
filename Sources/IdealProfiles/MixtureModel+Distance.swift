import Glibc

extension MixtureModel {
  /// Bhattacharyya distance between two components: the sum over independent parts, Gaussian
  /// ¼ (μ₁ − μ₂)² / (σ₁² + σ₂²) + ½ log((σ₁² + σ₂²) / 2σ₁σ₂), Bernoulli −log(√pq + √(1 − p)(1 − q)). 0 = the same.
  func distance(_ a: Int, _ b: Int) -> Double {
    var sum = 0.0
    for f in 0..<featureCount where units.scales[f] > 0 {
      let (va, vb) = (variances[a * featureCount + f], variances[b * featureCount + f])
      let gap = means[a * featureCount + f] - means[b * featureCount + f]
      sum += 0.25 * gap * gap / (va + vb) + 0.5 * log((va + vb) / (2 * (va * vb).squareRoot()))
    }
    for j in 0..<productCount {
      let (pa, pb) = (probability(a, j), probability(b, j))
      sum -= log((pa * pb).squareRoot() + ((1 - pa) * (1 - pb)).squareRoot())
    }
    return sum
  }
}
