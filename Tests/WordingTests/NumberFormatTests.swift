import Banking
import Testing

@testable import Wording

struct NumberFormatTests {
  private let english = English().numbers
  private let russian = Russian().numbers

  @Test(
    "thousands are set apart as the language does it",
    arguments: [
      (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1,000", "1\u{A0}000"),
      (1_940, "1,940", "1\u{A0}940"), (1_234_567, "1,234,567", "1\u{A0}234\u{A0}567"),
      (-12_345, "−12,345", "−12\u{A0}345"),
    ])
  func integers(value: Int, english: String, russian: String) {
    #expect(self.english.integer(value) == english)
    #expect(self.russian.integer(value) == russian)
  }

  @Test("the smallest integer there is has no positive twin and is written all the same")
  func extremeInteger() {
    #expect(english.integer(Int64.min) == "−9,223,372,036,854,775,808")
    #expect(english.amount(Money(minorUnits: .min)) == "−92,233,720,368,547,758")
  }

  @Test(
    "amounts are whole units, with decimals only where they matter",
    arguments: [
      (0, "0", "0"), (5, "0.05", "0,05"), (352, "3.52", "3,52"), (999, "9.99", "9,99"), (1000, "10", "10"),
      (1949, "19", "19"), (1950, "20", "20"), (-1950, "−20", "−20"), (-5, "−0.05", "−0,05"),
      (194_000, "1,940", "1\u{A0}940"),
    ])
  func amounts(minorUnits: Int64, english: String, russian: String) {
    #expect(self.english.amount(Money(minorUnits: minorUnits)) == english)
    #expect(self.russian.amount(Money(minorUnits: minorUnits)) == russian)
  }

  @Test("an amount and its currency stay on one line")
  func currency() {
    #expect(english.amount(Money(minorUnits: 194_000), "EUR") == "1,940\u{A0}EUR")
    #expect(russian.amount(Money(minorUnits: 194_000), "RUB") == "1\u{A0}940\u{A0}RUB")
  }

  @Test(
    "a share is never rounded to nothing or to everything unless it is",
    arguments: [
      (0, "0 %", "0 %"), (0.0001, "< 0.1 %", "< 0,1 %"), (0.0061, "0.6 %", "0,6 %"), (0.05, "5.0 %", "5,0 %"),
      (0.0996, "10 %", "10 %"), (0.612, "61 %", "61 %"), (0.994, "99 %", "99 %"), (0.999, "> 99 %", "> 99 %"),
      (1, "100 %", "100 %"), (.nan, "0 %", "0 %"), (-0.1, "0 %", "0 %"), (1.5, "100 %", "100 %"),
    ])
  func percentages(share: Double, english: String, russian: String) {
    #expect(Sample.plain(self.english.percent(share)) == english)
    #expect(Sample.plain(self.russian.percent(share)) == russian)
  }
}
