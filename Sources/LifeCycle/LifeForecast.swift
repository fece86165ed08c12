import Banking
import Glibc

/// Turns a client's stage, months of life and income into the life that is ahead of it.
struct LifeForecast: Sendable {
  let survival: Survival
  let outlook: StageOutlook
  let settings: LifeValueSettings
  /// What the money of a month is worth tonight, for one month's wait.
  private let discount: Double

  init(survival: Survival, outlook: StageOutlook, settings: LifeValueSettings) {
    self.survival = survival
    self.outlook = outlook
    self.settings = settings
    discount = pow(1 + settings.discountRate, -1 / 12)
  }

  /// What a client brings a month, in minor units.
  struct Income {
    let mean: Double
    let low: Double
    let high: Double
  }

  /// - Parameters:
  ///   - life: of a client that has not certainly left.
  ///   - income: nil = unknown.
  func client(_ life: ObservedLife, cohort: Int, stage: Stage?, income: Income?) -> ClientLife {
    let path = Path(self, life, cohort: cohort, stage: stage)
    func amount(_ minor: Double) -> Money? { Money(estimate: minor / 100) }
    guard let income else { return ClientLife(expectedMonths: path.months) }
    let value = income.mean * path.worth
    return ClientLife(
      expectedMonths: path.months, value: amount(value), low: amount(min(value, income.low * path.shortWorth)),
      high: amount(max(value, income.high * path.longWorth)))
  }

  /// A life ahead, month by month.
  private struct Path {
    var months = 0.0
    /// Of one unit a month: expected; and if it surely stays for a short, a long time.
    var worth = 0.0
    var shortWorth = 0.0
    var longWorth = 0.0

    init(_ forecast: LifeForecast, _ life: ObservedLife, cohort: Int, stage: Stage?) {
      let curve = forecast.survival.curves[cohort]
      let place = StageOutlook.place(stage)
      let (ratio, kept) = (forecast.outlook.hazardRatio[place], forecast.outlook.incomeKept[place])
      let settings = forecast.settings
      var there = 1 - life.gone
      var discount = 1.0
      for month in 1...max(1, settings.longestMonths) {
        let span = StageOutlook.span(of: month)
        let hazard = curve.hazard(month: life.seen + month) * (span.map { ratio[$0] } ?? 1)
        let before = there
        there *= 1 - min(1, hazard)
        months += there
        guard month <= settings.horizonMonths else { continue }
        discount *= forecast.discount
        let unit = discount * kept[span ?? kept.count - 1]
        worth += there * unit
        if before > 1 - settings.outerShare { shortWorth += unit }
        if before > settings.outerShare { longWorth += unit }
      }
    }
  }
}
