/// Units of the continuous features: a value x enters the mixture as (x − offset) / scale.
struct Standardisation: Hashable, Sendable {
  let offsets: [Double]
  /// Zero = the feature says nothing (constant or never known) and is treated as unknown for everyone.
  let scales: [Double]

  init(offsets: [Double], scales: [Double]) {
    self.offsets = offsets
    self.scales = scales
  }

  /// Mean and standard deviation of the known values of each feature.
  init(_ data: MixtureData) {
    var offsets: [Double] = []
    var scales: [Double] = []
    for feature in 0..<data.featureCount {
      let (mean, deviation) = Self.moments(data, feature)
      offsets.append(mean)
      scales.append(deviation)
    }
    self.init(offsets: offsets, scales: scales)
  }

  private static func moments(_ data: MixtureData, _ feature: Int) -> (mean: Double, deviation: Double) {
    let places = stride(from: feature, to: data.continuous.count, by: max(1, data.featureCount))
    var known = 0.0
    var sum = 0.0
    for place in places where data.continuous[place].isFinite {
      known += 1
      sum += data.continuous[place]
    }
    guard known > 0 else { return (0, 0) }
    let mean = sum / known
    var squares = 0.0
    for place in places where data.continuous[place].isFinite {
      let distance = data.continuous[place] - mean
      squares += distance * distance
    }
    let deviation = (squares / known).squareRoot()
    // A constant column's deviation is rounding noise, not information.
    return (mean, deviation > 1e-9 * max(1, abs(mean)) ? deviation : 0)
  }

  /// The value in the mixture's units; NaN where unknown, infinite, or where the feature says nothing.
  @inline(__always)
  static func apply(_ value: Double, offset: Double, scale: Double) -> Double {
    guard scale > 0, value.isFinite else { return .nan }
    return (value - offset) / scale
  }

  /// All rows in the mixture's units.
  func apply(_ data: MixtureData) -> MixtureData {
    var values = data.continuous
    let features = data.featureCount
    for row in 0..<data.count {
      for feature in 0..<features {
        let place = row * features + feature
        values[place] = Self.apply(values[place], offset: offsets[feature], scale: scales[feature])
      }
    }
    return MixtureData(
      count: data.count, featureCount: features, productCount: data.productCount, continuous: values,
      held: data.held)
  }
}
