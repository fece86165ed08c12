import Backtest

/// A back-test as one page with charts that needs nothing else.
enum BacktestPage {
  static func render(_ report: BacktestReport) -> String { "" }
}
