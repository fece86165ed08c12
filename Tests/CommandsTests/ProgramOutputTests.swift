import Banking
import Testing
import Wording

@testable import Commands

struct ProgramOutputTests {
  @Test("JSON keeps the order of keys, the exact amount and every character")
  func json() {
    let value = JSONValue.object([
      ("b", .money(Money(minorUnits: 194_050))), ("a", .string("Ромашка \"№ 1\"\\\n\u{1}上海")),
      ("n", .money(nil as Money?)),
      ("list", .array([.integer(-7), .number(0.25), .number(.nan), .boolean(true), .document("{\"x\": 1}")])),
      ("empty", .array([])), ("none", .object([])),
    ])
    #expect(
      JSONWriter.text(value) == """
        {
          "b": 1940.50,
          "a": "Ромашка \\"№ 1\\"\\\\\\n\\u0001上海",
          "n": null,
          "list": [
            -7,
            0.25,
            null,
            true,
            {"x": 1}
          ],
          "empty": [],
          "none": {}
        }

        """)
  }

  @Test("an amount too large for a binary float is written exactly")
  func exact() {
    #expect(JSONWriter.text(.money(Money(minorUnits: 9_007_199_254_740_993_01))) == "9007199254740993.01\n")
  }

  @Test("CSV quotes what has to be quoted, and keeps nothing and the empty text apart")
  func csv() {
    #expect(
      CSVWriter.line(["a", nil, "", "1,940", "say \"no\"", "two\nlines", "Ромашка"])
        == "a,,\"\",\"1,940\",\"say \"\"no\"\"\",\"two\nlines\",Ромашка\r\n")
    #expect(CSVWriter.line(["a\r\nb"]) == "\"a\r\nb\"\r\n")
    #expect(CSVWriter.line(["\"\u{301}"]) == "\"\"\"\u{301}\"\r\n")
  }

  @Test("exit codes are those of the contract, each with its meaning")
  func exitStatus() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 69, 73, 75, 77, 78])
    #expect(Set(ExitStatus.allCases.map(\.meaning)).count == ExitStatus.allCases.count)
  }

  @Test("an error is one sentence with the next step")
  func error() {
    let error = CommandError(.tryAgain, "Another run of bank DEMO holds the lock", next: "run this again later")
    #expect("\(error)" == "Another run of bank DEMO holds the lock; run this again later.")
  }
}
