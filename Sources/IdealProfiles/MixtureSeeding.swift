import Banking

/// Starting points for EM in the manner of k-means++ (Arthur & Vassilvitskii, SODA 2007): each next seed is a row drawn
/// with probability proportional to its squared distance from the seeds so far. Distance counts known features in
/// standard deviations and products in standard deviations of holding.
struct MixtureSeeding {
  let run: ExpectationMaximization
  /// Squared weight of a difference in each product.
  private let productWeights: [Double]

  init(_ run: ExpectationMaximization) {
    self.run = run
    // The floor keeps a product that hardly anyone holds from outweighing everything else.
    productWeights = run.productRates.map { 0.25 / max(0.05, $0 * (1 - $0)) }
  }

  /// The mixture after one maximisation from the rows' nearest seeds.
  func start(components: Int, random: inout SeededRandom) -> MixtureModel {
    let count = run.rows.count
    var statistics = MixtureStatistics(
      components: components, features: run.rows.featureCount, products: run.rows.productCount)
    guard count > 0 else { return run.maximise(statistics) }
    var nearest = [Double](repeating: .infinity, count: count)
    var assignment = [Int](repeating: 0, count: count)
    var seed = random.below(count)
    for component in 0..<components {
      for row in 0..<count {
        let distance = distance(row, seed)
        if distance < nearest[row] {
          nearest[row] = distance
          assignment[row] = component
        }
      }
      seed = draw(nearest, random: &random)
    }
    statistics.collect(run.rows, assignment: assignment)
    return run.maximise(statistics)
  }

  private func draw(_ weights: [Double], random: inout SeededRandom) -> Int {
    let target = random.uniform() * weights.reduce(0, +)
    var passed = 0.0
    for (row, weight) in weights.enumerated() {
      passed += weight
      if passed > target { return row }
    }
    return random.below(weights.count)
  }

  private func distance(_ a: Int, _ b: Int) -> Double {
    let rows = run.rows
    var sum = 0.0
    for f in 0..<rows.featureCount {
      let difference = rows.continuous[a * rows.featureCount + f] - rows.continuous[b * rows.featureCount + f]
      if !difference.isNaN { sum += difference * difference }
    }
    for word in 0..<rows.words {
      var differing = rows.held[a * rows.words + word] ^ rows.held[b * rows.words + word]
      while differing != 0 {
        sum += productWeights[word * 64 + differing.trailingZeroBitCount]
        differing &= differing - 1
      }
    }
    return sum
  }
}
