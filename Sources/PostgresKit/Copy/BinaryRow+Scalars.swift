extension BinaryRow {
  @inlinable
  package mutating func readBool() throws -> Bool { try readPresent(UInt8.self, "bool") != 0 }
  @inlinable
  package mutating func readInt32() throws -> Int32 { try readPresent(Int32.self, "int4") }
  @inlinable
  package mutating func readInt64() throws -> Int64 { try readPresent(Int64.self, "int8") }

  /// Throws for `infinity`, which is no day.
  @inlinable
  package mutating func readDate() throws -> PostgresDate {
    let dayNumber = try readPresent(Int32.self, "date")
    guard !PostgresDate.isInfinite(dayNumber) else { throw failure(.notFinite, "date") }
    return PostgresDate(dayNumber: dayNumber)
  }

  @inlinable
  package mutating func readText() throws -> String {
    guard let text = try readOptionalText() else { throw failure(.unexpectedNull, "text") }
    return text
  }
}

extension BinaryRow {
  @inlinable
  package mutating func readOptionalInt64() throws -> Int64? { try readFixed(Int64.self, "int8") }

  @inlinable
  package mutating func readOptionalDate() throws -> PostgresDate? {
    guard let dayNumber = try readFixed(Int32.self, "date") else { return nil }
    guard !PostgresDate.isInfinite(dayNumber) else { throw failure(.notFinite, "date") }
    return PostgresDate(dayNumber: dayNumber)
  }

  /// `text`, `varchar`, `char(n)` or `name`; cast other types to text in the query.
  @inlinable
  package mutating func readOptionalText() throws -> String? {
    guard let bytes = try readBytes() else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
