/// A value that can stand in a one-dimensional PostgreSQL array.
package protocol PostgresArrayElement: PostgresDecodable {
  /// The array types the value can be read from.
  static var acceptedArrayTypes: [TypeOID] { get }
}

extension Bool: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.boolArray] }
}

extension Int16: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.int2Array] }
}

extension Int32: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.int2Array, .int4Array] }
}

extension Int64: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.int2Array, .int4Array, .int8Array] }
}

extension Int: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.int2Array, .int4Array, .int8Array] }
}

extension Float: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.float4Array] }
}

extension Double: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.float4Array, .float8Array] }
}

extension String: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] {
    [.textArray, .varcharArray, .bpcharArray, .nameArray, .uuidArray, .numericArray, .jsonbArray]
  }
}

extension PostgresDate: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.dateArray] }
}

extension PostgresTimestamp: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.timestamptzArray] }
}

extension MinorUnits: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { [.numericArray] }
}

extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement {
  package static var acceptedArrayTypes: [TypeOID] { Wrapped.acceptedArrayTypes }
}

/// The wire form of an array: dimensions, null flag, element type, then length and lower bound a dimension, then
/// length-prefixed elements (PostgreSQL `src/backend/utils/adt/arrayfuncs.c`, `array_send`).
extension Array: PostgresDecodable where Element: PostgresArrayElement {
  package static var acceptedTypes: [TypeOID] { Element.acceptedArrayTypes }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    guard bytes.count >= 12 else { throw .malformed }
    let dimensions = bytes.bigEndian(at: 0, as: Int32.self)
    let elementType = TypeOID(rawValue: bytes.bigEndian(at: 8))
    self = []
    if dimensions == 0 { return }
    guard dimensions == 1 else { throw .notOneDimensional }
    guard bytes.count >= 20 else { throw .malformed }
    let count = Int(bytes.bigEndian(at: 12, as: Int32.self))
    reserveCapacity(count)
    var offset = 20
    for _ in 0..<count {
      guard offset + 4 <= bytes.count else { throw .malformed }
      let length = Int(bytes.bigEndian(at: offset, as: Int32.self))
      offset += 4
      append(try Self.element(bytes, at: offset, length: length, type: elementType))
      offset += Swift.max(length, 0)
    }
  }

  private static func element(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, length: Int, type: TypeOID
  ) throws(DecodingProblem) -> Element {
    guard length >= 0 else {
      do { return try Element.fromNull() } catch { throw .nullElement }
    }
    guard offset + length <= bytes.count else { throw .malformed }
    return try Element(binary: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), type: type)
  }
}
