/// How a firm's business is going. Firms switch at random; a closing firm never recovers.
package enum GrowthRegime: String, Sendable, CaseIterable {
  case growing, stable, declining, closing

  /// Mean monthly change of the logarithm of turnover, and its spread.
  var drift: (mean: Double, spread: Double) {
    switch self {
    case .growing: (0.018, 0.035)
    case .stable: (0.000, 0.030)
    case .declining: (-0.032, 0.045)
    case .closing: (-0.160, 0.100)
    }
  }

  /// Monthly chances of switching to another regime.
  var switches: [(to: GrowthRegime, chance: Double)] {
    switch self {
    case .growing: [(.stable, 0.055), (.declining, 0.008)]
    case .stable: [(.growing, 0.020), (.declining, 0.016)]
    case .declining: [(.stable, 0.070), (.closing, 0.032)]
    case .closing: []
    }
  }
}
