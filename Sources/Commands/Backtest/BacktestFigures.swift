import Backtest
import Wording

/// How the figures of a back-test are written.
enum BacktestFigures {
  static let numbers = English().numbers

  /// `0.536`.
  static func plain(_ value: Double?, places: Int = 3) -> String {
    guard let value, value.isFinite else { return Page.none }
    let scale = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
    let scaled = Int64((min(1e12, abs(value)) * scale).rounded())
    let digits = String(scaled % Int64(scale))
    let fraction = String(repeating: "0", count: max(0, places - digits.count)) + digits
    return (value < 0 && scaled > 0 ? "−" : "") + numbers.integer(scaled / Int64(scale))
      + (places > 0 ? "." + fraction : "")
  }

  static func plain(_ estimate: Estimate?, places: Int = 3) -> String { plain(estimate?.value, places: places) }

  /// `0.536 [0.511, 0.560]`.
  static func interval(_ estimate: Estimate?, places: Int = 3) -> String {
    guard let estimate else { return Page.none }
    return "\(plain(estimate.value, places: places)) [\(plain(estimate.low, places: places)), "
      + "\(plain(estimate.high, places: places))]"
  }

  /// `+0.012 [−0.003, +0.027]`.
  static func lead(_ estimate: Estimate?) -> String {
    guard let estimate else { return "" }
    return "\(signed(estimate.value)) [\(signed(estimate.low)), \(signed(estimate.high))]"
  }

  private static func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + plain(value) }
}

extension RankerQuality {
  func figure(_ figure: ListFigure, _ kind: Takings = .all) -> Estimate? { figures[.takers(figure, kind)] }
}
