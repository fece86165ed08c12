import Banking

/// The months of a simulation: history, the pack's window, and the future after the as-of date.
struct SimulatedCalendar {
  let asOf: BusinessDate
  /// First and last month of the pack's `product_month`.
  let windowStart: Month
  let windowEnd: Month
  /// Last simulated month.
  let horizon: Month
  private let calls: ManagerCalls?
  /// `lifts[product][quartersBack + offset]`, the campaigns unrolled.
  private let lifts: [[Double]]
  private static let quarters = (back: 8, ahead: 8)

  init(asOf: BusinessDate, months: Int, futureMonths: Int, calls: ManagerCalls? = nil) {
    self.calls = calls
    self.asOf = asOf
    windowEnd = asOf.lastCompleteMonth
    windowStart = windowEnd.advanced(by: 1 - months)
    horizon = windowEnd.advanced(by: futureMonths)
    var lifts = [[Double]](
      repeating: [Double](repeating: 1, count: Self.quarters.back + Self.quarters.ahead),
      count: DemoProduct.allCases.count)
    for campaign in Campaign.all {
      lifts[campaign.product.rawValue][campaign.quartersBack + Self.quarters.ahead] = campaign.lift
    }
    self.lifts = lifts
  }

  /// Factor on the pace of taking a product in a month.
  func campaignLift(_ product: DemoProduct, in month: Month) -> Double {
    let back = windowEnd.months(since: month)
    let quarter = (back >= 0 ? back / 3 : (back - 2) / 3) + Self.quarters.ahead
    return lifts[product.rawValue].indices.contains(quarter) ? lifts[product.rawValue][quarter] : 1
  }

  /// Factor on the pace of taking what is needed while managers call.
  func callLift(in month: Month, diligence: Double) -> Double {
    guard let calls, month >= calls.since else { return 1 }
    return 1 + (calls.lift - 1) * diligence
  }
}
