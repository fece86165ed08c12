/// A figure and its 95 % interval from resampling clients.
package struct Estimate: Hashable, Sendable {
  package let value: Double
  package let low: Double
  package let high: Double

  package init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// The 2.5th and 97.5th percentiles of the resampled values, linear between ranks; nil where the figure has no value.
  init?(_ value: Double, resampled: [Double]) {
    guard value.isFinite else { return nil }
    let sorted = resampled.filter(\.isFinite).sorted()
    self.init(value: value, low: Self.quantile(sorted, 0.025) ?? value, high: Self.quantile(sorted, 0.975) ?? value)
  }

  /// nil where there are no values.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
