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

  @Test("An estimate is rounded to the hundredth, half away from zero; what is no number is no money")
  func estimates() {
    #expect(Money(estimate: 0.125)?.minorUnits == 13)
    #expect(Money(estimate: -0.125)?.minorUnits == -13)
    #expect(Money(estimate: .nan) == nil)
    #expect(Money(estimate: .infinity) == nil)
    #expect(Money(estimate: 1e300) == nil)
  }
}
