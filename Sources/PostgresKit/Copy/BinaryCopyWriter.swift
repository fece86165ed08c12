/// Writes the rows of a binary COPY into a buffer that is sent when it is full; a server that is slow to take it holds
/// the writer back, so memory stays bounded. Begin every row, then write its fields in the order of the target's
/// columns, each with the type of its column: the binary format does not convert.
package struct BinaryCopyWriter: ~Copyable {
  private static let capacity = 256 * 1024
  /// Nil where the rows are kept.
  private let link: Link?
  private let relation: String
  private let columnCount: Int
  @usableFromInline var buffer: CopyBuffer
  private var fieldsLeft = 0

  init(link: Link, target: CopyTarget) {
    self.link = link
    relation = target.relation
    columnCount = target.columns.count
    buffer = CopyBuffer(capacity: Self.capacity + 16 * 1024)
    // Signature, flags and the length of the extension; see `BinaryRows`.
    for byte: UInt8 in [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0] {
      buffer.append(byte)
    }
  }

  /// Keeps the rows, for `BinaryCopyRows`.
  init(columnCount: Int) {
    link = nil
    relation = ""
    self.columnCount = columnCount
    buffer = CopyBuffer(capacity: 16 * 1024)
  }

  package mutating func beginRow() throws {
    try checkRowIsComplete()
    if buffer.count >= Self.capacity { try flush() }
    buffer.append(Int16(columnCount))
    fieldsLeft = columnCount
  }

  /// Rows made ahead, of as many columns.
  package mutating func write(_ rows: BinaryCopyRows) throws {
    try checkRowIsComplete()
    guard rows.columnCount == columnCount else { throw fieldCountError(rows.columnCount) }
    try flush()
    guard let link else { return rows.bytes.withUnsafeBytes { buffer.append(contentsOf: $0) } }
    try rows.bytes.withUnsafeBytes { try link.sendCopyData($0) }
  }

  mutating func finish() throws {
    try checkRowIsComplete()
    buffer.append(Int16(-1))
    try flush()
  }

  consuming func collected() throws -> [UInt8] {
    try checkRowIsComplete()
    return [UInt8](buffer.bytes)
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
    guard let link else { return }
    try link.sendCopyData(buffer.bytes)
    buffer.removeAll()
  }

  @usableFromInline
  mutating func beginField() throws {
    fieldsLeft -= 1
    if fieldsLeft < 0 { throw fieldCountError(columnCount) }
  }

  mutating func writeFixed<T: FixedWidthInteger>(_ value: T?) throws {
    guard let value else { return try writeNull() }
    try beginField()
    buffer.append(Int32(MemoryLayout<T>.size))
    buffer.append(value)
  }

  package mutating func writeNull() throws {
    try beginField()
    buffer.append(Int32(-1))
  }

  /// The bytes of a field as they are: `bytea`, or the binary form of another type.
  package mutating func writeBytes(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try writeBytes($0) } }

  mutating func writeBytes(_ bytes: UnsafeRawBufferPointer) throws {
    try beginField()
    buffer.append(Int32(bytes.count))
    buffer.append(contentsOf: bytes)
  }
}

extension BinaryCopyWriter {
  /// Where the next row begins, or the next field of the row that is being written.
  package var position: Int { buffer.count }

  /// What was written since a position of rows that are kept.
  package func bytes<Value>(from position: Int, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try body(UnsafeRawBufferPointer(rebasing: buffer.bytes[position...]))
  }

  /// Forgets the row that began at a position of rows that are kept, however much of it is written.
  package mutating func forgetRow(from position: Int) {
    buffer.truncate(to: position)
    fieldsLeft = 0
  }
}
