import Banking
import Testing

@testable import DemoBank

@Suite struct CSVBufferTests {
  @Test("fields are quoted where RFC 4180 asks for it and NULL is nothing at all")
  func quoting() {
    var csv = CSVBuffer(header: "h")
    csv.field("ООО \"Ромашка\", Торг")
    csv.field(nil as String?)
    csv.field("")
    csv.field("华泰")
    csv.field([ProductCode("A"), ProductCode("B")])
    csv.field(true)
    csv.endRow()
    #expect(text(csv) == "h\n\"ООО \"\"Ромашка\"\", Торг\",,\"\",华泰,\"{A,B}\",true\n")
  }

  @Test("numbers, money and dates are plain text")
  func values() {
    var csv = CSVBuffer(header: "h")
    csv.field(-120)
    csv.field(Money(minorUnits: -105))
    csv.field(Money(minorUnits: 123_456_70))
    csv.field(nil as Money?)
    csv.field(BusinessDate(year: 2026, month: 6, day: 30))
    csv.endRow()
    #expect(text(csv) == "h\n-120,-1.05,123456.70,,2026-06-30\n")
  }

  private func text(_ csv: CSVBuffer) -> String { String(decoding: csv.bytes, as: UTF8.self) }
}
