extension BinaryCopyWriter {
  package mutating func write(bool value: Bool?) throws { try writeFixed(value.map { UInt8($0 ? 1 : 0) }) }
  package mutating func write(int2 value: Int16?) throws { try writeFixed(value) }
  package mutating func write(int4 value: Int32?) throws { try writeFixed(value) }
  package mutating func write(int8 value: Int64?) throws { try writeFixed(value) }
  package mutating func write(float4 value: Float?) throws { try writeFixed(value?.bitPattern) }
  package mutating func write(float8 value: Double?) throws { try writeFixed(value?.bitPattern) }
  package mutating func write(date value: PostgresDate?) throws { try writeFixed(value?.dayNumber) }
  package mutating func write(timestamptz value: PostgresTimestamp?) throws { try writeFixed(value?.microseconds) }

  /// For `text`, `varchar`, `char(n)` and `json`.
  package mutating func write(text value: String?) throws {
    guard var text = value else { return try writeNull() }
    try text.withUTF8 { try writeBytes(UnsafeRawBufferPointer($0)) }
  }
}
