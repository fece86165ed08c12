extension BinaryRow {
  /// Appends the elements of a one-dimensional `int2[]` without NULLs to a buffer the caller reuses; the number of
  /// elements, nil where the field is NULL.
  @inlinable @discardableResult
  package mutating func readInt16Array(into buffer: inout [Int16]) throws -> Int? {
    try readArray(UInt16.self, "int2[]") { buffer.append(Int16(bitPattern: $0)) }
  }
  @inlinable @discardableResult
  package mutating func readInt32Array(into buffer: inout [Int32]) throws -> Int? {
    try readArray(UInt32.self, "int4[]") { buffer.append(Int32(bitPattern: $0)) }
  }
  @inlinable @discardableResult
  package mutating func readInt64Array(into buffer: inout [Int64]) throws -> Int? {
    try readArray(UInt64.self, "int8[]") { buffer.append(Int64(bitPattern: $0)) }
  }
  @inlinable @discardableResult
  package mutating func readFloatArray(into buffer: inout [Float]) throws -> Int? {
    try readArray(UInt32.self, "float4[]") { buffer.append(Float(bitPattern: $0)) }
  }
  @inlinable @discardableResult
  package mutating func readDoubleArray(into buffer: inout [Double]) throws -> Int? {
    try readArray(UInt64.self, "float8[]") { buffer.append(Double(bitPattern: $0)) }
  }
  /// Dates as day numbers, which is what columns of dates are kept as.
  @inlinable @discardableResult
  package mutating func readDateArray(into buffer: inout [Int32]) throws -> Int? {
    try readArray(UInt32.self, "date[]") { buffer.append(Int32(bitPattern: $0)) }
  }

  /// Appends the elements of a one-dimensional array of text without NULLs.
  @discardableResult
  package mutating func readTextArray(into buffer: inout [String]) throws -> Int? {
    guard let bytes = try readBytes() else { return nil }
    do {
      let elements = try [String](binary: bytes, type: .textArray)
      buffer.append(contentsOf: elements)
      return elements.count
    } catch {
      throw failure(error, "text[]")
    }
  }

  /// The layout is the one of `Array.init(binary:type:)`: 20 bytes of header, then length-prefixed elements.
  @inlinable
  mutating func readArray<T: FixedWidthInteger>(
    _ type: T.Type, _ expected: StaticString, _ append: (T) -> Void
  ) throws -> Int? {
    guard let bytes = try readBytes() else { return nil }
    guard bytes.count >= 12 else { throw failure(.malformed, expected) }
    let dimensions = Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))
    if dimensions == 0 { return 0 }
    guard dimensions == 1, bytes.count >= 20 else { throw failure(.notOneDimensional, expected) }
    let hasNulls = bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self) != 0
    guard !hasNulls else { throw failure(.nullElement, expected) }
    let count = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 12, as: Int32.self)))
    let stride = 4 + MemoryLayout<T>.size
    guard bytes.count == 20 + count * stride else { throw failure(.wrongType, expected) }
    for index in 0..<count {
      append(T(bigEndian: bytes.loadUnaligned(fromByteOffset: 24 + index * stride, as: T.self)))
    }
    return count
  }
}
