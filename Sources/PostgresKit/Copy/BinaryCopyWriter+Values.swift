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
    guard let value else { return try writeNull() }
    try writeBytes(value.utf8)
  }

  package mutating func write(jsonb value: String?) throws {
    guard let value else { return try writeNull() }
    try writeBytes([1] + value.utf8)
  }

  package mutating func write(int2Array values: [Int16]?) throws { try write(.int2, values) { $0 } }
  package mutating func write(int4Array values: [Int32]?) throws { try write(.int4, values) { $0 } }
  package mutating func write(int8Array values: [Int64]?) throws { try write(.int8, values) { $0 } }
  package mutating func write(float4Array values: [Float]?) throws { try write(.float4, values) { $0.bitPattern } }
  package mutating func write(float8Array values: [Double]?) throws { try write(.float8, values) { $0.bitPattern } }
  package mutating func write(dateArray values: [PostgresDate]?) throws { try write(.date, values) { $0.dayNumber } }
  package mutating func write(textArray values: [String]?) throws {
    guard let values else { return try writeNull() }
    try writeBytes(Parameter.textArray(values).bytes ?? [])
  }

  /// The layout of an array is described at `Array.init(binary:type:)`.
  private mutating func write<T, W: FixedWidthInteger>(_ element: TypeOID, _ values: [T]?, _ wire: (T) -> W) throws {
    guard let values else { return try writeNull() }
    let size = MemoryLayout<W>.size
    try beginArray(element, count: values.count, byteCount: values.count * (4 + size))
    for value in values { appendElement(wire(value)) }
  }
}
