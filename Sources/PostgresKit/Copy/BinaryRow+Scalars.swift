extension BinaryRow {
  @inlinable
  package mutating func readBool() throws -> Bool { try readPresent(UInt8.self, "bool") != 0 }
  @inlinable
  package mutating func readInt16() throws -> Int16 { try readPresent(Int16.self, "int2") }
  @inlinable
  package mutating func readInt32() throws -> Int32 { try readPresent(Int32.self, "int4") }
  @inlinable
  package mutating func readInt64() throws -> Int64 { try readPresent(Int64.self, "int8") }
  @inlinable
  package mutating func readFloat() throws -> Float { Float(bitPattern: try readPresent(UInt32.self, "float4")) }
  @inlinable
  package mutating func readDouble() throws -> Double { Double(bitPattern: try readPresent(UInt64.self, "float8")) }

  /// Throws for `infinity`, which is no day.
  @inlinable
  package mutating func readDate() throws -> PostgresDate {
    let dayNumber = try readPresent(Int32.self, "date")
    guard !PostgresDate.isInfinite(dayNumber) else { throw failure(.notFinite, "date") }
    return PostgresDate(dayNumber: dayNumber)
  }

  @inlinable
  package mutating func readTimestamp() throws -> PostgresTimestamp {
    PostgresTimestamp(microseconds: try readPresent(Int64.self, "timestamptz"))
  }

  @inlinable
  package mutating func readText() throws -> String {
    guard let text = try readOptionalText() else { throw failure(.unexpectedNull, "text") }
    return text
  }

  /// An exact amount from `numeric`; see `MinorUnits`.
  package mutating func readMinorUnits() throws -> MinorUnits {
    guard let amount = try readOptionalMinorUnits() else { throw failure(.unexpectedNull, "numeric") }
    return amount
  }
}

extension BinaryRow {
  @inlinable
  package mutating func readOptionalBool() throws -> Bool? { try readFixed(UInt8.self, "bool").map { $0 != 0 } }
  @inlinable
  package mutating func readOptionalInt16() throws -> Int16? { try readFixed(Int16.self, "int2") }
  @inlinable
  package mutating func readOptionalInt32() throws -> Int32? { try readFixed(Int32.self, "int4") }
  @inlinable
  package mutating func readOptionalInt64() throws -> Int64? { try readFixed(Int64.self, "int8") }
  @inlinable
  package mutating func readOptionalFloat() throws -> Float? {
    try readFixed(UInt32.self, "float4").map { Float(bitPattern: $0) }
  }
  @inlinable
  package mutating func readOptionalDouble() throws -> Double? {
    try readFixed(UInt64.self, "float8").map { Double(bitPattern: $0) }
  }

  @inlinable
  package mutating func readOptionalDate() throws -> PostgresDate? {
    guard let dayNumber = try readFixed(Int32.self, "date") else { return nil }
    guard !PostgresDate.isInfinite(dayNumber) else { throw failure(.notFinite, "date") }
    return PostgresDate(dayNumber: dayNumber)
  }

  @inlinable
  package mutating func readOptionalTimestamp() throws -> PostgresTimestamp? {
    try readFixed(Int64.self, "timestamptz").map { PostgresTimestamp(microseconds: $0) }
  }

  /// `text`, `varchar`, `char(n)` or `name`; cast other types to text in the query.
  @inlinable
  package mutating func readOptionalText() throws -> String? {
    guard let bytes = try readBytes() else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  package mutating func readOptionalMinorUnits() throws -> MinorUnits? {
    guard let bytes = try readBytes() else { return nil }
    do {
      return MinorUnits(value: try NumericValue(bytes).minorUnits())
    } catch {
      throw failure(error, "numeric with two decimals")
    }
  }
}
