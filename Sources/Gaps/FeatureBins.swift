import Features

/// Where each input is cut, so that trees look at a few dozen steps instead of numbers. Step 0 is "unknown".
struct FeatureBins: Sendable {
  /// By input: ascending upper bounds; a value above bound k - 1 and not above bound k is step k + 1.
  let bounds: [[Float]]

  static let maximum = 127

  /// - Parameter rows: row-major values, `inputs` a row.
  init(_ rows: [Float], inputs: Int, maximum: Int = FeatureBins.maximum, threads: Int) async {
    let count = inputs == 0 ? 0 : rows.count / inputs
    let stride = max(1, count / 50_000)
    bounds = await inParallel(inputs, threads: threads) { input in
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

  /// Row-major steps of row-major values.
  func steps(_ rows: [Float], threads: Int) async -> [UInt8] {
    let inputs = bounds.count
    let pieces = chunks(of: inputs == 0 ? 0 : rows.count / inputs)
    let parts = await inParallel(pieces.count, threads: threads) { steps(of: rows, in: pieces[$0]) }
    var all: [UInt8] = []
    all.reserveCapacity(rows.count)
    for part in parts { all += part }
    return all
  }

  private func steps(of rows: [Float], in chunk: Range<Int>) -> [UInt8] {
    let inputs = bounds.count
    return [UInt8](unsafeUninitializedCapacity: chunk.count * inputs) { steps, initialized in
      initialized = chunk.count * inputs
      for (input, bounds) in bounds.enumerated() {
        bounds.withUnsafeBufferPointer { bounds in
          for row in 0..<chunk.count {
            let value = rows[(chunk.lowerBound + row) * inputs + input]
            steps.initializeElement(at: row * inputs + input, to: Self.step(value, bounds))
          }
        }
      }
    }
  }

  /// Halves the bounds without a branch: which half is taken cannot be foreseen.
  @inline(__always)
  private static func step(_ value: Float, _ bounds: UnsafeBufferPointer<Float>) -> UInt8 {
    guard value.isFinite else { return 0 }
    var first = 0
    var count = bounds.count
    while count > 1 {
      let half = count / 2
      first &+= value > bounds[first &+ half &- 1] ? half : 0
      count &-= half
    }
    return UInt8(first + (count == 1 && value > bounds[first] ? 2 : 1))
  }
}
