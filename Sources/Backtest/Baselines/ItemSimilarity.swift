import Features
import Glibc

/// Item-to-item co-ownership: a product is as near as the products held are like it, by the cosine of who holds them
/// (Sarwar et al., "Item-Based Collaborative Filtering Recommendation Algorithms", WWW 2001).
struct ItemSimilarity: Sendable {
  private let table: FeatureTable
  /// At `one * products + other`.
  private let cosine: [Float]

  init(_ table: FeatureTable) {
    let p = table.productCount
    var together = [Double](repeating: 0, count: p * p)
    for client in 0..<table.clientCount where table.isPeer(client) {
      let held = (0..<p).filter { table.holds(client, $0) }
      for one in held { for other in held { together[one * p + other] += 1 } }
    }
    cosine = (0..<p * p).map { cell in
      let (one, other) = (cell / p, cell % p)
      let size = together[one * p + one] * together[other * p + other]
      return one == other || size == 0 ? 0 : Float(together[cell] / sqrt(size))
    }
    self.table = table
  }

  /// Client-major.
  func scores() -> [Float] {
    let p = table.productCount
    var scores = [Float](repeating: 0, count: table.clientCount * p)
    for client in 0..<table.clientCount {
      for one in 0..<p where table.holds(client, one) {
        for other in 0..<p { scores[client * p + other] += cosine[one * p + other] }
      }
    }
    return scores
  }
}
