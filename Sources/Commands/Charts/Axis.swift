import Glibc

/// A linear scale with round ticks.
struct Axis {
  let low: Double
  let high: Double
  let step: Double
  private let start: Double
  private let end: Double

  /// - Parameters:
  ///   - values: all to be shown.
  ///   - start, end: pixels of the ends.
  ///   - zero: whether zero must be on the axis.
  init(_ values: [Double], from start: Double, to end: Double, zero: Bool) {
    let known = values.filter(\.isFinite) + (zero ? [0] : [])
    let (least, most) = (known.min() ?? 0, known.max() ?? 1)
    let range = most > least ? most - least : max(abs(most), 1)
    let rough = pow(10, floor(log10(range / 5)))
    let step = [1, 2, 5, 10].map { $0 * rough }.first { range / $0 <= 6 } ?? rough * 10
    self.step = step
    low = floor(least / step) * step
    high = max(ceil(most / step) * step, low + step)
    self.start = start
    self.end = end
  }

  func place(_ value: Double) -> Double { start + (value - low) / (high - low) * (end - start) }

  var ticks: [Double] { (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step } }

  /// Decimals that tell the ticks apart.
  var places: Int { max(0, Int(-floor(log10(step) + 1e-9))) }

  func label(_ tick: Double) -> String { BacktestFigures.plain(abs(tick) < step / 2 ? 0 : tick, places: places) }
}
