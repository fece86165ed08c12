import Banking
import Features

/// Which products are held together: EASE, a ridge regression of each product on all others in closed form (Steck,
/// "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019).
struct CoOwnership: Codable, Sendable {
  private let products: Int
  /// Weight of holding k on product j at `k * products + j`; its own is zero.
  private let weights: [Double]
  /// Share of peers that hold each product, never 0 or 1.
  let shares: [Double]

  init(_ table: FeatureTable) {
    let p = table.productCount
    var together = [Double](repeating: 0, count: p * p)
    var peers = 0.0
    for client in 0..<table.clientCount where table.isPeer(client) {
      peers += 1
      let held = table.snapshot.holdings(of: client).filter(\.isHeld).map { Int($0.product) }
      for one in held { for other in held { together[one * p + other] += 1 } }
    }
    shares = (0..<p).map { (together[$0 * p + $0] + 0.5) / (peers + 1) }
    let ridge = max(10, 0.05 * peers)
    for product in 0..<p { together[product * p + product] += ridge }
    let inverse = Self.inverse(together, p)
    var weights = [Double](repeating: 0, count: p * p)
    for row in 0..<p {
      for column in 0..<p where row != column {
        weights[row * p + column] = -inverse[row * p + column] / inverse[column * p + column]
      }
    }
    products = p
    self.weights = weights
  }

  /// Adds up, by product, what the held products say of it.
  func scores(held: [Int], into scores: inout [Double]) {
    for product in 0..<products { scores[product] = 0 }
    for one in held {
      for product in 0..<products { scores[product] += weights[one * products + product] }
    }
  }

  /// Inverse of a symmetric positive definite matrix by Gauss–Jordan elimination, which needs no pivoting there.
  static func inverse(_ matrix: [Double], _ n: Int) -> [Double] {
    var m = matrix
    for pivot in 0..<n {
      let scale = 1 / m[pivot * n + pivot]
      m[pivot * n + pivot] = 1
      for column in 0..<n { m[pivot * n + column] *= scale }
      for row in 0..<n where row != pivot {
        let factor = m[row * n + pivot]
        guard factor != 0 else { continue }
        m[row * n + pivot] = 0
        for column in 0..<n { m[row * n + column] -= factor * m[pivot * n + column] }
      }
    }
    return m
  }
}
