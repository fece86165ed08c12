import Banking

/// Plain k-means: Lloyd's algorithm from k-means++ seeds (Arthur & Vassilvitskii, SODA 2007).
struct KMeans: Sendable {
  let centres: [Float]
  /// By point.
  private(set) var cluster: [Int32]
  private let dimensions: Int

  private static let rounds = 25

  static func fit(_ points: ClusterPoints, clusters: Int, random: SeededRandom) -> KMeans {
    var random = random
    var model = KMeans(centres: seeds(points, clusters, &random), dimensions: points.dimensions, cluster: [])
    for _ in 0..<rounds {
      let before = model.cluster
      model.cluster = (0..<points.count).map { Int32(model.nearest(points, $0).cluster) }
      guard model.cluster != before else { break }
      model = KMeans(centres: model.means(points), dimensions: points.dimensions, cluster: model.cluster)
    }
    return model
  }

  private init(centres: [Float], dimensions: Int, cluster: [Int32]) {
    self.centres = centres
    self.dimensions = dimensions
    self.cluster = cluster
  }

  /// Each further centre is a point drawn in proportion to its squared distance from those there are.
  private static func seeds(_ points: ClusterPoints, _ clusters: Int, _ random: inout SeededRandom) -> [Float] {
    func point(_ place: Int) -> ArraySlice<Float> {
      points.values[place * points.dimensions..<(place + 1) * points.dimensions]
    }
    guard points.count > 0 else { return [] }
    var centres = Array(point(random.below(points.count)))
    var distances = [Float](repeating: .infinity, count: points.count)
    for _ in 1..<max(1, min(clusters, points.count)) {
      let latest = KMeans(
        centres: Array(centres.suffix(points.dimensions)), dimensions: points.dimensions, cluster: [])
      for place in 0..<points.count { distances[place] = min(distances[place], latest.nearest(points, place).distance) }
      let total = distances.reduce(0.0) { $0 + Double($1) }
      var left = random.uniform() * total
      guard
        let chosen = distances.firstIndex(where: {
          left -= Double($0); return left < 0
        })
      else { break }
      centres += point(chosen)
    }
    return centres
  }

  private func nearest(_ points: ClusterPoints, _ place: Int) -> (cluster: Int, distance: Float) {
    var best = (cluster: 0, distance: Float.infinity)
    points.values.withUnsafeBufferPointer { values in
      centres.withUnsafeBufferPointer { centres in
        for cluster in 0..<centres.count / dimensions {
          var distance: Float = 0
          for dimension in 0..<dimensions {
            let step = values[place * dimensions + dimension] - centres[cluster * dimensions + dimension]
            distance += step * step
          }
          if distance < best.distance { best = (cluster, distance) }
        }
      }
    }
    return best
  }

  /// A cluster without points keeps its centre.
  private func means(_ points: ClusterPoints) -> [Float] {
    var sums = [Double](repeating: 0, count: centres.count)
    var counts = [Int](repeating: 0, count: centres.count / dimensions)
    for (place, cluster) in cluster.enumerated() {
      counts[Int(cluster)] += 1
      for dimension in 0..<dimensions {
        sums[Int(cluster) * dimensions + dimension] += Double(points.values[place * dimensions + dimension])
      }
    }
    return centres.indices.map { cell in
      let count = counts[cell / dimensions]
      return count > 0 ? Float(sums[cell] / Double(count)) : centres[cell]
    }
  }
}
