/// Empirical-Bayes shrinkage of shares toward a parent's share.
enum BetaBinomial {
  /// One cell's counts, and the share its parent leads one to expect.
  struct Cell {
    let count: Int
    let holders: Int
    let parent: Double
  }

  /// (h + s·m) / (n + s): the posterior mean under a Beta prior with mean m and strength s.
  static func shrunk(holders: Int, of count: Int, toward parent: Double, strength: Double) -> Double {
    (Double(holders) + strength * parent) / (Double(count) + strength)
  }

  /// The prior's strength s = 1/ρ − 1 by the method of moments: under a beta-binomial
  /// E[(h − n m)²] = n v [1 + (n − 1) ρ] with v = m (1 − m), so that
  ///
  ///     ρ = Σ [(h − n m)² − n v] / Σ n (n − 1) v
  ///
  /// over the sibling cells (Kleinman, JASA 68, 1973, with every cell's own expectation). Kept in the settings' bounds;
  /// no excess variance means the upper one; too few siblings to tell means the settings' fixed strength.
  static func strength(_ siblings: [Cell], _ settings: ProfileSettings) -> Double {
    var excess = 0.0
    var scale = 0.0
    var informative = 0
    for cell in siblings where cell.count >= 2 {
      let (n, v) = (Double(cell.count), cell.parent * (1 - cell.parent))
      let distance = Double(cell.holders) - n * cell.parent
      excess += distance * distance - n * v
      scale += n * (n - 1) * v
      informative += 1
    }
    guard informative >= settings.minimumSiblings, scale > 0 else { return settings.priorStrength }
    let correlation = excess / scale
    let bounds = settings.priorStrengthBounds
    guard correlation > 0 else { return bounds.upperBound }
    return min(bounds.upperBound, max(bounds.lowerBound, 1 / correlation - 1))
  }
}
