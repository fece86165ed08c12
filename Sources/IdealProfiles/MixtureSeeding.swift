import Banking

/// Starting points for EM in the manner of k-means++ (Arthur & Vassilvitskii, SODA 2007): each next seed is a row drawn
/// with probability proportional to its squared distance from the seeds so far, the best of a few drawn (their greedy
/// variant: one seed a kind of client is found far more often). Distance counts known features in standard deviations and
/// products in standard deviations of holding.
struct MixtureSeeding {
  let run: ExpectationMaximization
  /// 2 + ln K for the usual numbers of profiles.
  private static let candidates = 4
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
    var seeds = [random.below(count)]
    var nearest = distances(to: seeds[0])
    var assignment = [Int](repeating: 0, count: count)
    while seeds.count < components {
      let drawn = (0..<Self.candidates).map { _ in draw(nearest, random: &random) }
      let (seed, closer) = best(of: drawn, than: nearest)
      for row in 0..<count where closer[row] < nearest[row] { assignment[row] = seeds.count }
      nearest = zip(nearest, closer).map { min($0, $1) }
      seeds.append(seed)
    }
    statistics.collect(run.rows, assignment: assignment)
    return run.maximise(statistics)
  }

  /// Of the rows drawn for the next seed, the one that leaves the least distance in all; the first of equals.
  private func best(of drawn: [Int], than nearest: [Double]) -> (seed: Int, distances: [Double]) {
    var best = (seed: drawn[0], distances: distances(to: drawn[0]))
    var least = zip(nearest, best.distances).reduce(0) { $0 + min($1.0, $1.1) }
    for row in drawn.dropFirst() where row != best.seed {
      let closer = distances(to: row)
      let left = zip(nearest, closer).reduce(0) { $0 + min($1.0, $1.1) }
      if left < least { (best, least) = ((row, closer), left) }
    }
    return best
  }

  private func distances(to seed: Int) -> [Double] { (0..<run.rows.count).map { distance($0, seed) } }

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
