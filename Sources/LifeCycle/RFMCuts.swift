/// Where a cohort's clients are parted.
package struct RFMCuts: Codable, Sendable {
  let frequent: Double
  let highIncome: Double

  init(_ active: [RFMScore], settings: RFMSettings) {
    frequent = min(settings.alwaysFrequent, quantile(active.map(\.activeShare), settings.frequencyQuantile) ?? 0)
    highIncome = quantile(active.map(\.income), settings.incomeQuantile) ?? 0
  }

  func segment(_ score: RFMScore, tenureMonths: Int?, isClosed: Bool, settings: RFMSettings) -> RFMSegment {
    if isClosed || score.monthsSinceLast >= settings.lostMonths { return .lost }
    let isOften = score.activeShare >= frequent
    let earnsWell = score.income > highIncome
    if score.monthsSinceLast > settings.recentMonths { return isOften || earnsWell ? .atRisk : .dormant }
    if let tenureMonths, tenureMonths < settings.newMonths { return .new }
    if isOften { return .loyal }
    return earnsWell ? .promising : .wandering
  }
}
