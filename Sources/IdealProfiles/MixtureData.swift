package import Features

/// Rows for a mixture: D continuous features (NaN = unknown) and P product bits each.
package struct MixtureData: Sendable {
  package let count: Int
  package let featureCount: Int
  package let productCount: Int
  /// Row-major, `count × featureCount`.
  package let continuous: [Double]
  /// Bit j of row i's `words` 64-bit words = holds product j; bits from `productCount` on are zero.
  package let held: [UInt64]

  /// 64-bit words a row.
  package var words: Int { max(1, (productCount + 63) / 64) }

  package init(count: Int, featureCount: Int, productCount: Int, continuous: [Double], held: [UInt64]) {
    precondition(continuous.count == count * featureCount, "continuous is count × featureCount")
    precondition(held.count == count * max(1, (productCount + 63) / 64), "held is count × words")
    self.count = count
    self.featureCount = featureCount
    self.productCount = productCount
    self.continuous = continuous
    self.held = held
  }

  /// - Parameter clients: their positions; nil = all.
  package init(_ table: FeatureTable, clients: [Int]? = nil) {
    let clients = clients ?? Array(0..<table.clientCount)
    var values: [Double] = []
    values.reserveCapacity(clients.count * ContinuousFeature.count)
    var bits: [UInt64] = []
    bits.reserveCapacity(clients.count * table.words)
    for client in clients {
      values += table.features(of: client)
      bits += table.held[client * table.words..<(client + 1) * table.words]
    }
    self.init(
      count: clients.count, featureCount: ContinuousFeature.count, productCount: table.productCount,
      continuous: values, held: bits)
  }

  /// The given rows, in the given order; a row may be drawn more than once.
  package func rows(_ chosen: [Int]) -> MixtureData {
    var values: [Double] = []
    values.reserveCapacity(chosen.count * featureCount)
    var bits: [UInt64] = []
    bits.reserveCapacity(chosen.count * words)
    for row in chosen {
      values += continuous[row * featureCount..<(row + 1) * featureCount]
      bits += held[row * words..<(row + 1) * words]
    }
    return MixtureData(
      count: chosen.count, featureCount: featureCount, productCount: productCount, continuous: values, held: bits)
  }

  /// Share of rows holding each product; 0 for no rows.
  func productRates() -> [Double] {
    var holders = [Int](repeating: 0, count: productCount)
    for row in 0..<count {
      for word in 0..<words {
        var bits = held[row * words + word]
        while bits != 0 {
          holders[word * 64 + bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
    }
    return holders.map { count > 0 ? Double($0) / Double(count) : 0 }
  }
}
