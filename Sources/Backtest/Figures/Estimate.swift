import Features

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
    guard !sorted.isEmpty else {
      self.init(value: value, low: value, high: value)
      return
    }
    self.init(value: value, low: interpolatedQuantile(sorted, 0.025), high: interpolatedQuantile(sorted, 0.975))
  }
}
