import Glibc

/// Finds the level that makes probabilities add up to what is expected.
enum LevelCalibration {
  /// The constant to add to the log-odds so that the probabilities sum to `expected`; by Newton's method on a bounded
  /// bracket. Without rows, or with an expectation at or beyond the possible, the nearest level within ±30.
  static func level(_ logOdds: [Float], expected: Double) -> Double {
    guard !logOdds.isEmpty else { return 0 }
    var low = -30.0
    var high = 30.0
    var level = 0.0
    for _ in 0..<60 {
      var sum = 0.0
      var slope = 0.0
      for value in logOdds {
        let p = 1 / (1 + exp(-(Double(value) + level)))
        sum += p
        slope += p * (1 - p)
      }
      if abs(sum - expected) <= 1e-7 * max(1, expected) { break }
      if sum > expected { high = level } else { low = level }
      let next = level - (sum - expected) / max(slope, 1e-12)
      level = next > low && next < high ? next : (low + high) / 2
    }
    return level
  }
}
