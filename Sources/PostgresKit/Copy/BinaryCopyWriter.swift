/// Writes the rows of a binary COPY into a buffer that is sent when it is full; a server that is slow to take it holds
/// the writer back, so memory stays bounded. Begin every row, then write its fields in the order of the target's
/// columns, each with the type of its column: the binary format does not convert.
package struct BinaryCopyWriter: ~Copyable {
  private static let capacity = 256 * 1024
  private let link: Link
  private let relation: String
  private let columnCount: Int
  private var buffer: [UInt8] = []
  private var fieldsLeft = 0

  init(link: Link, target: CopyTarget) {
    self.link = link
    relation = target.relation
    columnCount = target.columns.count
    buffer.reserveCapacity(Self.capacity + 16 * 1024)
    // Signature, flags and the length of the extension; see `BinaryRows`.
    buffer += [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0]
  }

  package mutating func beginRow() throws {
    try checkRowIsComplete()
    if buffer.count >= Self.capacity { try flush() }
    buffer.appendBigEndian(Int16(columnCount))
    fieldsLeft = columnCount
  }

  mutating func finish() throws {
    try checkRowIsComplete()
    buffer.appendBigEndian(Int16(-1))
    try flush()
  }

  private func checkRowIsComplete() throws {
    guard fieldsLeft == 0 else { throw fieldCountError(columnCount - fieldsLeft) }
  }

  private func fieldCountError(_ found: Int) -> PostgresError {
    .field(
      FieldError(
        relation: relation, column: "#\(found + 1)", expected: columnCount == 1 ? "one field" : "\(columnCount) fields",
        found: nil,
        problem: .fieldCount))
  }

  private mutating func flush() throws {
    try buffer.withUnsafeBytes { try link.sendCopyData($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func beginField() throws {
    fieldsLeft -= 1
    if fieldsLeft < 0 { throw fieldCountError(columnCount) }
  }

  mutating func writeFixed<T: FixedWidthInteger>(_ value: T?) throws {
    guard let value else { return try writeNull() }
    try beginField()
    buffer.appendBigEndian(Int32(MemoryLayout<T>.size))
    buffer.appendBigEndian(value)
  }

  package mutating func writeNull() throws {
    try beginField()
    buffer.appendBigEndian(Int32(-1))
  }

  /// The bytes of a field as they are: `bytea`, or the binary form of another type.
  package mutating func writeBytes(_ bytes: some Collection<UInt8>) throws {
    try beginField()
    buffer.appendBigEndian(Int32(bytes.count))
    buffer.append(contentsOf: bytes)
  }

  /// Begins an array field whose elements follow; see `Array.init(binary:type:)` for the layout.
  mutating func beginArray(_ element: TypeOID, count: Int, byteCount: Int) throws {
    try beginField()
    buffer.appendBigEndian(Int32(count == 0 ? 12 : 20 + byteCount))
    buffer.appendBigEndian(Int32(count == 0 ? 0 : 1))
    buffer.appendBigEndian(Int32(0))
    buffer.appendBigEndian(element.rawValue)
    if count == 0 { return }
    buffer.appendBigEndian(Int32(count))
    buffer.appendBigEndian(Int32(1))
  }

  mutating func appendElement<W: FixedWidthInteger>(_ value: W) {
    buffer.appendBigEndian(Int32(MemoryLayout<W>.size))
    buffer.appendBigEndian(value)
  }
}
