import Banking
import Features
import Glibc

/// How well the income of new holders was foretold.
package struct IncomeAccuracy: Sendable {
  /// New holders with a prediction whose income is known.
  package let pairs: Int
  /// exp of the median |log(typical / real)|, where both are above zero: half of the predictions are nearer than this
  /// factor.
  package let typicalFactor: Estimate?
  /// Sum of the mean predictions by the sum of the real incomes.
  package let totalRatio: Estimate?
  /// Spearman's, between typical and real.
  package let rankCorrelation: Estimate?
  /// Share of the real incomes within low and high.
  package let coverage: Estimate?

  /// Resamples used here, because medians and ranks have to be found anew in each.
  private static let resamples = 200

  /// Nil where there is nothing to compare.
  init?(_ pairs: [IncomePair], _ resampling: Resampling) {
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs.count
    var samples = [[IncomePair]](repeating: [], count: min(Self.resamples, resampling.count))
    for pair in pairs {
      for (sample, times) in resampling.draws(of: pair.client).prefix(samples.count).enumerated() {
        for _ in 0..<times { samples[sample].append(pair) }
      }
    }
    func estimate(_ figure: ([IncomePair]) -> Double) -> Estimate? {
      Estimate(figure(pairs), resampled: samples.map(figure))
    }
    typicalFactor = estimate(Self.typicalFactor)
    totalRatio = estimate { $0.reduce(0) { $0 + $1.mean } / $0.reduce(0) { $0 + $1.real } }
    rankCorrelation = estimate(Self.rankCorrelation)
    coverage = estimate { pairs in
      Double(pairs.count { $0.low <= $0.real && $0.real <= $0.high }) / Double(pairs.count)
    }
  }

  private static func typicalFactor(_ pairs: [IncomePair]) -> Double {
    let misses = pairs.filter { $0.typical > 0 && $0.real > 0 }.map { abs(log($0.typical / $0.real)) }.sorted()
    return misses.isEmpty ? .nan : exp(interpolatedQuantile(misses, 0.5))
  }

  private static func rankCorrelation(_ pairs: [IncomePair]) -> Double {
    let (a, b) = (ranks(pairs.map(\.typical)), ranks(pairs.map(\.real)))
    let middle = Double(pairs.count + 1) / 2
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - middle) * (y - middle)
      aa += (x - middle) * (x - middle)
      bb += (y - middle) * (y - middle)
    }
    return ab / sqrt(aa * bb)
  }

  /// From 1; equal values share their mean rank.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      let end = order[first...].firstIndex { values[$0] > values[order[first]] } ?? order.count
      for place in first..<end { ranks[order[place]] = Double(first + 1 + end) / 2 }
      first = end
    }
    return ranks
  }
}
