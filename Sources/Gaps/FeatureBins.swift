/// Where each input is cut, so that trees look at a few dozen steps instead of numbers. Step 0 is "unknown".
struct FeatureBins: Sendable {
  /// By input: ascending upper bounds; a value above bound k - 1 and not above bound k is step k + 1.
  let bounds: [[Float]]

  static let maximum = 63

  /// - Parameter rows: row-major values, `inputs` a row.
  init(_ rows: [Float], inputs: Int, maximum: Int = FeatureBins.maximum) {
    let count = inputs == 0 ? 0 : rows.count / inputs
    let stride = max(1, count / 50_000)
    bounds = (0..<inputs).map { input in
      var values: [Float] = []
      for row in Swift.stride(from: 0, to: count, by: stride) where rows[row * inputs + input].isFinite {
        values.append(rows[row * inputs + input])
      }
      values.sort()
      return Self.bounds(values, maximum: maximum)
    }
  }

  /// Midpoints between neighbouring distinct values, or quantiles where there are too many.
  private static func bounds(_ sorted: [Float], maximum: Int) -> [Float] {
    guard !sorted.isEmpty else { return [] }
    var distinct: [Float] = []
    for value in sorted where value != distinct.last { distinct.append(value) }
    if distinct.count <= maximum {
      return zip(distinct, distinct.dropFirst()).map { $0 + ($1 - $0) / 2 }
    }
    var bounds: [Float] = []
    for step in 1..<maximum {
      let bound = sorted[step * sorted.count / maximum]
      if bound != bounds.last, bound != sorted[sorted.count - 1] { bounds.append(bound) }
    }
    return bounds
  }

  func step(_ value: Float, input: Int) -> UInt8 {
    guard value.isFinite else { return 0 }
    let bounds = bounds[input]
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if value > bounds[middle] { low = middle + 1 } else { high = middle }
    }
    return UInt8(low + 1)
  }

  /// Row-major steps of row-major values.
  func steps(_ rows: [Float]) -> [UInt8] {
    let inputs = bounds.count
    return [UInt8](unsafeUninitializedCapacity: rows.count) { buffer, initialized in
      for index in rows.indices { buffer.initializeElement(at: index, to: step(rows[index], input: index % inputs)) }
      initialized = rows.count
    }
  }
}
