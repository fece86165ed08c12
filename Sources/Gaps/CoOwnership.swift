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

  init(_ table: FeatureTable, threads: Int) async {
    let p = table.productCount
    let pieces = chunks(of: table.clientCount, size: 16_384)
    let counts = await inParallel(pieces.count, threads: threads) { HeldTogether(table, pieces[$0]) }
      .reduce(HeldTogether(table, 0..<0)) { $0 + $1 }
    var together = counts.together
    let peers = counts.peers
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

/// How many peers hold each two products. Whole numbers, so that the pieces add up to the same in any order.
private struct HeldTogether: Sendable {
  private(set) var peers = 0.0
  /// By product and product.
  private(set) var together: [Double]

  init(_ table: FeatureTable, _ clients: Range<Int>) {
    let p = table.productCount
    together = Array(repeating: 0, count: p * p)
    var held: [Int] = []
    for client in clients where table.isPeer(client) {
      peers += 1
      held.removeAll(keepingCapacity: true)
      for product in 0..<p where table.holds(client, product) { held.append(product) }
      for one in held { for other in held { together[one * p + other] += 1 } }
    }
  }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.peers += b.peers
    for cell in sum.together.indices { sum.together[cell] += b.together[cell] }
    return sum
  }
}
