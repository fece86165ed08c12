/// What one pass of EM needs to know of the rows: responsibility-weighted counts, sums and squares by component.
struct MixtureStatistics {
  let components: Int
  let features: Int
  let products: Int
  /// weight (K) | per feature: known, sum, squares (3K) | per product: held (K)
  private var table: [Double]

  init(components: Int, features: Int, products: Int) {
    self.components = components
    self.features = features
    self.products = products
    table = [Double](repeating: 0, count: components * (1 + 3 * features + products))
  }

  func weight(_ c: Int) -> Double { table[c] }
  func known(_ c: Int, _ f: Int) -> Double { table[components * (1 + 3 * f) + c] }
  func sum(_ c: Int, _ f: Int) -> Double { table[components * (2 + 3 * f) + c] }
  func squares(_ c: Int, _ f: Int) -> Double { table[components * (3 + 3 * f) + c] }
  func held(_ c: Int, _ j: Int) -> Double { table[components * (1 + 3 * features + j) + c] }

  /// Replaces the figures by those of `rows` under `model` and returns the log-likelihood.
  mutating func collect(_ rows: MixtureData, _ model: MixtureModel) -> Double {
    let kernel = MixtureKernel(model)
    let k = components
    var likelihood = 0.0
    kernel.table.withUnsafeBufferPointer { parameters in
      collect(rows) { _, x, bits, shares in
        kernel.logTerms(parameters.baseAddress!, x, bits, into: shares)
        likelihood += MixtureKernel.normalise(shares, k)
      }
    }
    return likelihood
  }

  /// Replaces the figures by those of a hard assignment of rows to components.
  mutating func collect(_ rows: MixtureData, assignment: [Int]) {
    let k = components
    collect(rows) { row, _, _, shares in
      for c in 0..<k { shares[c] = assignment[row] == c ? 1 : 0 }
    }
  }

  /// Row, its features, its products, and where to put the shares that each component has in it.
  private typealias Share = (
    Int, UnsafePointer<Double>, UnsafePointer<UInt64>, UnsafeMutablePointer<Double>
  ) -> Void

  @inline(__always)
  private mutating func collect(_ rows: MixtureData, share: Share) {
    let (k, features, words) = (components, features, rows.words)
    for place in table.indices { table[place] = 0 }
    // One element more, so that there is a pointer even where there are no rows or features.
    let values = rows.continuous + [0]
    table.withUnsafeMutableBufferPointer { table in
      values.withUnsafeBufferPointer { values in
        rows.held.withUnsafeBufferPointer { held in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: k) { shares in
            for row in 0..<rows.count {
              let x = values.baseAddress! + row * features
              let bits = held.baseAddress! + row * words
              share(row, x, bits, shares.baseAddress!)
              Self.add(shares.baseAddress!, k, x, features, bits, words, to: table.baseAddress!)
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func add(
    _ shares: UnsafePointer<Double>, _ k: Int, _ x: UnsafePointer<Double>, _ features: Int,
    _ bits: UnsafePointer<UInt64>, _ words: Int, to table: UnsafeMutablePointer<Double>
  ) {
    for c in 0..<k { table[c] += shares[c] }
    var place = table + k
    for f in 0..<features {
      let value = x[f]
      if !value.isNaN {
        let (known, sum, squares) = (place, place + k, place + 2 * k)
        for c in 0..<k {
          let part = shares[c] * value
          known[c] += shares[c]
          sum[c] += part
          squares[c] += part * value
        }
      }
      place += 3 * k
    }
    for word in 0..<words {
      var rest = bits[word]
      while rest != 0 {
        let counts = place + (word * 64 + rest.trailingZeroBitCount) * k
        rest &= rest - 1
        for c in 0..<k { counts[c] += shares[c] }
      }
    }
  }
}
