import Banking
import Testing

@testable import LifeCycle

struct LevelChangeTests {
  private func usualIncome(_ usual: Double, _ measure: LevelChange.Measure = .income) -> Int64? {
    LevelChange(
      measure: measure, basis: .ownMonths, share: -0.5, usual: usual, now: 0,
      lastShare: nil, usualMonth: Month(year: 2026, month: 1), since: nil
    ).usualIncome?.minorUnits
  }

  @Test("the usual income is an amount only where it is one")
  func usualIncome() {
    #expect(usualIncome(12_345.5) == 12_346)
    #expect(usualIncome(-12_345.5) == -12_346)
    #expect(usualIncome(100, .operations) == nil)
    for usual in [Double.nan, .infinity, -.infinity, 1e30] { #expect(usualIncome(usual) == nil) }
  }
}
