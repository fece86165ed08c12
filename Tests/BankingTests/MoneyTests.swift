import Banking
import Testing

@Suite("Money")
struct MoneyTests {
  @Test(
    "Amounts print exactly",
    arguments: [
      (Int64(0), "0.00"), (5, "0.05"), (-5, "-0.05"), (194_050, "1940.50"), (-100, "-1.00"),
      (Int64.min, "-92233720368547758.08"),
    ])
  func description(minorUnits: Int64, text: String) { #expect(Money(minorUnits: minorUnits).description == text) }

  @Test(
    "A total is divided by months in integers, half away from zero, however large",
    arguments: [
      (Int64(5), 2, Int64(3)), (-5, 2, -3), (7, 3, 2), (-7, 3, -2), (0, 12, 0), (1, 2, 1), (5, 12, 0), (6, 12, 1),
      (9_007_199_254_740_995, 2, 4_503_599_627_370_498), (Int64.max, 1, Int64.max), (Int64.min, 1, Int64.min),
      (Int64.min, 2, Int64.min / 2),
    ])
  func perMonth(total: Int64, months: Int, average: Int64) {
    #expect(Money.perMonth(Money(minorUnits: total), months: months).minorUnits == average)
  }

  @Test("An estimate is rounded to the hundredth, half away from zero; what is no number is no money")
  func estimates() {
    #expect(Money(estimate: 0.125)?.minorUnits == 13)
    #expect(Money(estimate: -0.125)?.minorUnits == -13)
    #expect(Money(estimate: .nan) == nil)
    #expect(Money(estimate: .infinity) == nil)
    #expect(Money(estimate: 1e300) == nil)
  }
}
