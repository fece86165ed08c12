/// Where the pairs taken stand among all pairs of one date, because triggers of all clients compete for a manager's time.
struct PairCurve: Sendable {
  /// Share of the pairs looked at by `Measure.topPrecision`.
  static let topShare = 0.01

  /// Ascending.
  private let all: [Float]
  private let taken: [Float]
  /// Score of the last pair of the top, and what a pair with just that score counts, so that the order of equals is no
  /// matter.
  private let threshold: Float
  private let atThreshold: Double

  /// - Parameters:
  ///   - all: scores of every candidate pair.
  ///   - taken: scores of those taken.
  init(all: [Float], taken: [Float]) {
    self.all = all.sorted()
    self.taken = taken.sorted()
    let top = Double(all.count) * Self.topShare
    let last = self.all.count - Int(top.rounded(.up))
    threshold = last >= 0 && last < self.all.count ? self.all[last] : .infinity
    let above = Double(self.all.count - Self.count(self.all, upTo: threshold))
    let equal = Double(Self.count(self.all, upTo: threshold) - Self.count(self.all, below: threshold))
    atThreshold = equal > 0 ? (top - above) / equal : 0
  }

  /// Share of the pairs not taken that a taken one with the score stands above; equals count half.
  func placement(_ score: Float) -> Double {
    let below = Self.count(all, below: score) - Self.count(taken, below: score)
    let upTo = Self.count(all, upTo: score) - Self.count(taken, upTo: score)
    let others = all.count - taken.count
    return others > 0 ? Double(below + upTo) / 2 / Double(others) : 0.5
  }

  /// How much of the pair lies within the top: 1, 0, or a share of equals at its edge.
  func topShare(_ score: Float) -> Double { score > threshold ? 1 : score == threshold ? atThreshold : 0 }

  private static func count(_ sorted: [Float], below score: Float) -> Int { partition(sorted) { $0 < score } }
  private static func count(_ sorted: [Float], upTo score: Float) -> Int { partition(sorted) { $0 <= score } }

  /// How many stand before the first that fails.
  private static func partition(_ sorted: [Float], _ holds: (Float) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
