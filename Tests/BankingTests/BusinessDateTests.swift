import Banking
import Testing

@Suite("Calendar dates")
struct BusinessDateTests {
  @Test(
    "Day numbers are PostgreSQL's: 2000-01-01 is zero",
    arguments: [
      ("2000-01-01", 0), ("1999-12-31", -1), ("2000-02-29", 59), ("2000-03-01", 60), ("2026-06-30", 9677),
      ("1900-03-01", -36465),
    ])
  func dayNumbers(text: String, number: Int32) throws {
    let date = try #require(BusinessDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.description == text)
  }

  @Test("Every day of 40 years survives the way to text and back")
  func roundTrip() {
    for number in Int32(-7300)...7300 {
      let date = BusinessDate(dayNumber: number)
      #expect(BusinessDate(iso: date.description) == date)
    }
  }

  @Test(
    "What is no date is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01 ", "2026/01/01", "", "٢٠٢٦-01-01",
    ])
  func refused(text: String) { #expect(BusinessDate(iso: text) == nil) }

  @Test(
    "A month counts only once it is over",
    arguments: [
      ("2026-06-30", "2026-06"), ("2026-06-29", "2026-05"), ("2026-01-15", "2025-12"), ("2024-02-29", "2024-02"),
      ("2024-02-28", "2024-01"),
    ])
  func completeMonths(text: String, month: String) throws {
    #expect(try #require(BusinessDate(iso: text)).lastCompleteMonth.description == month)
  }

  @Test(
    "Tenure counts whole months",
    arguments: [
      ("2026-01-15", "2026-02-14", 0), ("2026-01-15", "2026-02-15", 1), ("2026-01-31", "2026-02-28", 1),
      ("2024-06-30", "2026-06-30", 24), ("2026-06-30", "2026-06-30", 0),
    ])
  func wholeMonths(from: String, to: String, months: Int) throws {
    #expect(try #require(BusinessDate(iso: to)).wholeMonths(since: #require(BusinessDate(iso: from))) == months)
  }

  @Test("A month later keeps the day where the month has it")
  func advancedByMonths() throws {
    let date = try #require(BusinessDate(iso: "2024-01-31"))
    #expect(date.advanced(byMonths: 1).description == "2024-02-29")
    #expect(date.advanced(byMonths: -2).description == "2023-11-30")
  }
}
