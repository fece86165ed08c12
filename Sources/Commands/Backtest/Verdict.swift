import Backtest

/// What can be said of xsell beside one other.
enum Verdict: String {
  case leads, loses
  /// The interval of the difference holds zero.
  case level

  init(_ lead: Estimate) { self = lead.low > 0 ? .leads : lead.high < 0 ? .loses : .level }
}
