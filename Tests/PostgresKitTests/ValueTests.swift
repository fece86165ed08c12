import PostgresKit
import TestCluster
import Testing

@Suite("Values")
struct ValueTests {
  @Test("every kind of parameter comes back as it was bound")
  func roundTrip() async throws {
    let c = try await freshConnection()
    #expect(try await c.value("SELECT $1", .bool(true)) == true)
    #expect(try await c.value("SELECT $1", .int2(.min)) == Int16.min)
    #expect(try await c.value("SELECT $1", .int4(.min)) == Int32.min)
    #expect(try await c.value("SELECT $1", .int8(.max)) == Int64.max)
    #expect(try await c.value("SELECT $1", .int8(-7)) == -7)
    #expect(try await c.value("SELECT $1", .float8(-0.1)) == -0.1)
    #expect(try await c.value("SELECT $1", .text("тест 🏦 \"quoted\"")) == "тест 🏦 \"quoted\"")
    #expect(try await c.value("SELECT $1", .text("")) == "")
    #expect(try await c.value("SELECT $1", .date(PostgresDate(dayNumber: -1))) == PostgresDate(dayNumber: -1))
    let moment = PostgresTimestamp(microseconds: 812_345_678_901_234)
    #expect(try await c.value("SELECT $1", .timestamptz(moment)) == moment)
    #expect(try await c.value("SELECT $1", .jsonb(#"{"a": [1, null]}"#)) == #"{"a": [1, null]}"#)
    let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
    #expect(try await c.value("SELECT $1", .uuid(uuid)) == uuid)
  }

  @Test("arrays come back as they were bound, empty ones and NULL elements included")
  func arrays() async throws {
    let c = try await freshConnection()
    #expect(try await c.value("SELECT $1", .int8Array([1, -2, .max])) == [1, -2, Int64.max])
    #expect(try await c.value("SELECT $1", .int8Array([])) == [Int64]())
    #expect(try await c.value("SELECT $1", .int4Array([3])) == [Int32(3)])
    #expect(try await c.value("SELECT ARRAY[3]::int2[]") == [Int16(3)])
    #expect(try await c.value("SELECT $1", .float8Array([0.5])) == [0.5])
    #expect(try await c.value("SELECT $1", .boolArray([true, nil])) == [true, nil])
    #expect(try await c.value("SELECT $1", .textArray(["a", "b,\"c", ""])) == ["a", "b,\"c", ""])
    #expect(try await c.value("SELECT $1", .textArray(["a", nil])) == ["a", String?.none])
    let days = [PostgresDate(dayNumber: 0), PostgresDate(dayNumber: 9000)]
    #expect(try await c.value("SELECT $1", .dateArray(days)) == days)
    #expect(try await c.value("SELECT ARRAY[1.5, 2]::float4[]") == [Float(1.5), 2])
    #expect(
      try await c.value("SELECT ARRAY[1.25, -2]::numeric[]") == [MinorUnits(value: 125), MinorUnits(value: -200)])
  }

  @Test("NULL reads as nil where the type is an optional, and is an error where it is not")
  func nulls() async throws {
    let c = try await freshConnection()
    #expect(try await c.value("SELECT $1", .int8(nil), as: Int64?.self) == nil)
    #expect(try await c.value("SELECT $1::text", .null, as: String?.self) == nil)
    #expect(try await c.value("SELECT $1", .textArray(nil), as: [String]?.self) == nil)
    let error = await postgresError { _ = try await c.value("SELECT $1 AS turnover", .int8(nil), as: Int64.self) }
    #expect(error?.description == "test, column turnover: expected Int64, found int8: the value is NULL")
  }

  @Test("types that hold the value widen; others are an error that names both types")
  func conversions() async throws {
    let c = try await freshConnection()
    #expect(try await c.value("SELECT 1::int2", as: Int64.self) == 1)
    #expect(try await c.value("SELECT 1::int4", as: Int.self) == 1)
    #expect(try await c.value("SELECT 0.5::float4", as: Double.self) == 0.5)
    let long = "-12345678901234567890.0500"
    #expect(try await c.value("SELECT '\(long)'::numeric", as: String.self) == long)
    #expect(try await c.value("SELECT 'ab'::varchar", as: String.self) == "ab")
    #expect(try await c.value("SELECT 'ab'::char(3)", as: String.self) == "ab ")
    #expect(try await c.value("SELECT 'ab'::name", as: String.self) == "ab")
    #expect(try await c.value("SELECT '{}'::json", as: String.self) == "{}")
    let error = await postgresError { _ = try await c.value("SELECT 1::int8 AS rank", as: Int32.self) }
    #expect(error?.description == "test, column rank: expected Int32, found int8: the type does not convert")
  }

  @Test(
    "numeric reads exactly into hundredths",
    arguments: [
      ("0", 0), ("0.00", 0), ("1", 100), ("-1", -100), ("0.01", 1), ("-0.05", -5), ("0.10", 10), ("12.34", 1234),
      ("9999", 999_900), ("10000", 1_000_000), ("10000.01", 1_000_001), ("12.3400", 1234),
      ("100000000", 10_000_000_000),
      ("92233720368547758.07", Int64.max), ("-92233720368547758.08", Int64.min), ("99999999.99", 9_999_999_999),
    ])
  func minorUnits(text: String, expected: Int64) async throws {
    let c = try await freshConnection()
    #expect(try await c.value("SELECT $1::text::numeric", .text(text)) == MinorUnits(value: expected))
    #expect(try await c.value("SELECT $1::text::numeric", .text(text), as: String.self) == text)
  }

  @Test(
    "numeric that is not an exact amount is refused",
    arguments: [
      ("0.001", "the value has more than two decimals"), ("1.2345", "the value has more than two decimals"),
      ("0.00000001", "the value has more than two decimals"), ("92233720368547758.08", "the value does not fit"),
      ("1e30", "the value does not fit"), ("NaN", "the value is NaN or infinite"),
      ("Infinity", "the value is NaN or infinite"),
    ])
  func notAnAmount(text: String, problem: String) async throws {
    let c = try await freshConnection()
    let error = await postgresError {
      _ = try await c.value("SELECT $1::text::numeric AS n", .text(text), as: MinorUnits.self)
    }
    #expect(error?.description == "test, column n: expected MinorUnits, found numeric: \(problem)")
  }

  @Test("infinite dates and nested arrays are refused")
  func refused() async throws {
    let c = try await freshConnection()
    let infinite = await postgresError { _ = try await c.value("SELECT 'infinity'::date", as: PostgresDate.self) }
    #expect(infinite?.description.contains("NaN or infinite") == true)
    let nested = await postgresError { _ = try await c.value("SELECT ARRAY[[1],[2]]", as: [Int32].self) }
    #expect(nested?.description.contains("more than one dimension") == true)
    let hole = await postgresError { _ = try await c.value("SELECT ARRAY[1, NULL]", as: [Int32].self) }
    #expect(hole?.description.contains("holds a NULL") == true)
  }

  @Test("a parameter describes its type and not its value")
  func parameterDescription() {
    #expect("\(Parameter.text("secret"))" == "text")
    #expect("\(Parameter.int8(nil))" == "NULL::int8")
  }
}
