extension BinaryCopyWriter {
  /// Arrays made element by element, without one being made first.
  @inlinable
  package mutating func write(int2Count count: Int, _ value: (Int) -> Int16) throws {
    try writeArray(.int2, count, value)
  }

  @inlinable
  package mutating func write(int4Count count: Int, _ value: (Int) -> Int32) throws {
    try writeArray(.int4, count, value)
  }

  @inlinable
  package mutating func write(int8Count count: Int, _ value: (Int) -> Int64) throws {
    try writeArray(.int8, count, value)
  }

  @inlinable
  package mutating func write(float4Count count: Int, _ value: (Int) -> Float) throws {
    try writeArray(.float4, count) { value($0).bitPattern }
  }

  /// The layout of an array is described at `Array.init(binary:type:)`.
  @inlinable
  mutating func writeArray<W: FixedWidthInteger>(_ element: TypeOID, _ count: Int, _ value: (Int) -> W) throws {
    let size = MemoryLayout<W>.size
    try beginArray(element, count: count, byteCount: count * (4 + size))
    for index in 0..<count {
      buffer.put(Int32(size))
      buffer.put(value(index))
    }
  }

  /// Makes room for the elements too.
  @usableFromInline
  mutating func beginArray(_ element: TypeOID, count: Int, byteCount: Int) throws {
    try beginField()
    buffer.reserve(24 + byteCount)
    buffer.put(Int32(count == 0 ? 12 : 20 + byteCount))
    buffer.put(Int32(count == 0 ? 0 : 1))
    buffer.put(Int32(0))
    buffer.put(element.rawValue)
    if count == 0 { return }
    buffer.put(Int32(count))
    buffer.put(Int32(1))
  }
}
