import Glibc

/// What may tell how a product's share of the market will move from its year's rate: log ratios by product, about their
/// mean, so that only shares move and never the total.
struct MarketSigns {
  /// The last three months against the year; the last month against the three; what newcomers take first; and the
  /// months to come a year ago against the year around them (0 where the history is shorter).
  /// By sign in this order, then by product.
  let signs: [[Double]]
  let year: [Double]
  let quarter: [Double]
  let month: [Double]

  /// - Parameters:
  ///   - end: months of the history that are known.
  ///   - ahead: months to come.
  init(_ history: MarketHistory, end: Int, ahead: Int) {
    let existing = PaceRates(history.existing, products: history.products, end: end)
    let all = PaceRates(history.all, products: history.products, end: end)
    year = existing.year
    quarter = existing.quarter
    month = existing.month
    signs = [
      Self.centred(existing.quarter, existing.year), Self.centred(existing.month, existing.quarter),
      Self.centred(all.month, existing.month), Self.season(history, end: end, ahead: ahead),
    ].map { sign in zip(sign, history.seasons.belief).map { $0 * (1 - $1) } }
  }

  /// How far the same months of the year before stood out from the half years around them.
  private static func season(_ history: MarketHistory, end: Int, ahead: Int) -> [Double] {
    let first = end - 12
    // A quarter of history before them at least: a season shows only against something.
    guard first >= 3 else { return Array(repeating: 0, count: history.products) }
    let last = min(first + ahead, end)
    let around = MarketWindow(
      history.existing, products: history.products, months: max(0, first - 6)..<min(end, last + 6))
    let base = around.rates(toward: Array(repeating: around.overall, count: history.products), prior: 1)
    let then = MarketWindow(history.existing, products: history.products, months: first..<last)
      .rates(toward: base, prior: PaceRates.prior * Double(ahead))
    return centred(then.map { log($0) }, base.map { log($0) })
  }

  private static func centred(_ a: [Double], _ b: [Double]) -> [Double] {
    let differences = zip(a, b).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(max(1, differences.count))
    return differences.map { $0 - mean }
  }
}
