extension Parameter {
  package static func textArray(_ values: [String?]?) -> Parameter {
    array(.text, values) { [UInt8]($0.utf8) }
  }
  package static func boolArray(_ values: [Bool?]?) -> Parameter { array(.bool, values) { [$0 ? 1 : 0] } }
  package static func int4Array(_ values: [Int32?]?) -> Parameter { array(.int4, values, bigEndian) }
  package static func int8Array(_ values: [Int64?]?) -> Parameter { array(.int8, values, bigEndian) }
  package static func float8Array(_ values: [Double?]?) -> Parameter {
    array(.float8, values) { bigEndian($0.bitPattern) }
  }
  package static func dateArray(_ values: [PostgresDate?]?) -> Parameter {
    array(.date, values) { bigEndian($0.dayNumber) }
  }

  private static func bigEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian) { [UInt8]($0) }
  }

  private static func array<T>(_ element: TypeOID, _ values: [T?]?, _ encode: (T) -> [UInt8]) -> Parameter {
    Parameter(
      type: element.array ?? .inferred, format: .binary,
      bytes: values.map { arrayBytes(element, $0, encode) })
  }

  /// One dimension with lower bound 1; see `Array.init(binary:type:)` for the layout.
  private static func arrayBytes<T>(_ element: TypeOID, _ values: [T?], _ encode: (T) -> [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendBigEndian(Int32(values.isEmpty ? 0 : 1))
    bytes.appendBigEndian(Int32(values.contains { $0 == nil } ? 1 : 0))
    bytes.appendBigEndian(element.rawValue)
    if values.isEmpty { return bytes }
    bytes.appendBigEndian(Int32(values.count))
    bytes.appendBigEndian(Int32(1))
    for value in values {
      guard let value else {
        bytes.appendBigEndian(Int32(-1))
        continue
      }
      let encoded = encode(value)
      bytes.appendBigEndian(Int32(encoded.count))
      bytes.append(contentsOf: encoded)
    }
    return bytes
  }
}
