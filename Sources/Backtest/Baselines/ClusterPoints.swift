import Features
import Glibc

/// Clients as plain k-means sees them: standardised continuous features (unknown = the mean), then holdings as 0 and 1.
struct ClusterPoints: Sendable {
  let dimensions: Int
  /// Client-major.
  let values: [Float]
  private let products: Int

  var count: Int { dimensions > 0 ? values.count / dimensions : 0 }

  init(_ table: FeatureTable) {
    let features = ContinuousFeature.count
    products = table.productCount
    dimensions = features + products
    let scales = (0..<features).map { Self.scale(table, $0) }
    var values: [Float] = []
    values.reserveCapacity(table.clientCount * dimensions)
    for client in 0..<table.clientCount {
      for (feature, value) in table.features(of: client).enumerated() {
        values.append(value.isNaN ? 0 : Float((value - scales[feature].mean) / scales[feature].deviation))
      }
      for product in 0..<products { values.append(table.holds(client, product) ? 1 : 0) }
    }
    self.values = values
  }

  private static func scale(_ table: FeatureTable, _ feature: Int) -> (mean: Double, deviation: Double) {
    let known = (0..<table.clientCount).map { table.features(of: $0)[feature] }.filter { !$0.isNaN }
    guard !known.isEmpty else { return (0, 1) }
    let mean = known.reduce(0, +) / Double(known.count)
    let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
    return (mean, variance > 0 ? sqrt(variance) : 1)
  }

  /// By cluster and product: the share of its clients that hold it.
  func holdingShares(_ clustering: KMeans) -> [Float] {
    let first = dimensions - products
    return clustering.centres.indices.filter { $0 % dimensions >= first }.map { clustering.centres[$0] }
  }
}
