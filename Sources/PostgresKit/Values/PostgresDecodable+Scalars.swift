extension Bool: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.bool] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    guard bytes.count == 1 else { throw .malformed }
    self = bytes[0] != 0
  }
}

extension PostgresDecodable where Self: FixedWidthInteger {
  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    let wide: Int64
    switch bytes.count {
    case 2: wide = Int64(bytes.bigEndian(at: 0, as: Int16.self))
    case 4: wide = Int64(bytes.bigEndian(at: 0, as: Int32.self))
    case 8: wide = bytes.bigEndian(at: 0, as: Int64.self)
    default: throw .malformed
    }
    guard let value = Self(exactly: wide) else { throw .outOfRange }
    self = value
  }
}

extension Int16: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.int2] }
}

extension Int32: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.int2, .int4] }
}

extension Int64: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.int2, .int4, .int8] }
}

extension Int: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.int2, .int4, .int8] }
}

extension Float: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.float4] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    guard bytes.count == 4 else { throw .malformed }
    self.init(bitPattern: bytes.bigEndian(at: 0))
  }
}

extension Double: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.float4, .float8] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    switch bytes.count {
    case 4: self.init(Float(bitPattern: bytes.bigEndian(at: 0)))
    case 8: self.init(bitPattern: bytes.bigEndian(at: 0))
    default: throw .malformed
    }
  }
}

extension PostgresDate: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.date] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    guard bytes.count == 4 else { throw .malformed }
    let days: Int32 = bytes.bigEndian(at: 0)
    guard !Self.isInfinite(days) else { throw .notFinite }
    self.init(dayNumber: days)
  }
}

extension PostgresTimestamp: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.timestamptz] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    guard bytes.count == 8 else { throw .malformed }
    let microseconds: Int64 = bytes.bigEndian(at: 0)
    guard microseconds != .max, microseconds != .min else { throw .notFinite }
    self.init(microseconds: microseconds)
  }
}

extension MinorUnits: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { [.numeric] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    self.init(value: try NumericValue(bytes).minorUnits())
  }
}
