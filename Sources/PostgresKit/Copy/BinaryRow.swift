/// A cursor over one row of a binary COPY. Fields are read in the order of the query's columns, each exactly once, and
/// cost no allocation (a `String` of more than 15 bytes does). Fields not read are skipped.
///
/// A field is read by what the column is: `readInt32` reads `int4`, not `int8`. Errors are `PostgresError.field` and name
/// the relation and the column's position.
package struct BinaryRow: ~Copyable {
  @usableFromInline var cursor: UnsafeRawPointer
  @usableFromInline let end: UnsafeRawPointer
  @usableFromInline var fieldsLeft: Int
  @usableFromInline let fieldCount: Int
  @usableFromInline let relation: String

  @usableFromInline
  init(cursor: UnsafeRawPointer, end: UnsafeRawPointer, fieldCount: Int, relation: String) {
    self.cursor = cursor
    self.end = end
    fieldsLeft = fieldCount
    self.fieldCount = fieldCount
    self.relation = relation
  }

  /// The bytes of the next field, nil for NULL; valid until the row's closure returns.
  @inlinable
  package mutating func readBytes() throws -> UnsafeRawBufferPointer? {
    guard fieldsLeft > 0, end - cursor >= 4 else { throw failure(.endOfRow, "a field") }
    fieldsLeft -= 1
    let length = Int(Int32(bigEndian: cursor.loadUnaligned(as: Int32.self)))
    cursor += 4
    if length < 0 { return nil }
    guard end - cursor >= length else { throw failure(.malformed, "a field") }
    defer { cursor += length }
    return UnsafeRawBufferPointer(start: cursor, count: length)
  }

  @inlinable
  mutating func readFixed<T: FixedWidthInteger>(_ type: T.Type, _ expected: StaticString) throws -> T? {
    guard let bytes = try readBytes() else { return nil }
    guard bytes.count == MemoryLayout<T>.size else { throw failure(.wrongType, expected) }
    return T(bigEndian: bytes.loadUnaligned(as: T.self))
  }

  @inlinable
  mutating func readPresent<T: FixedWidthInteger>(_ type: T.Type, _ expected: StaticString) throws -> T {
    guard let value = try readFixed(type, expected) else { throw failure(.unexpectedNull, expected) }
    return value
  }

  /// The error of the field read last.
  @usableFromInline @inline(never)
  func failure(_ problem: DecodingProblem, _ expected: StaticString) -> PostgresError {
    .field(
      FieldError(
        relation: relation, column: "#\(fieldCount - fieldsLeft)", expected: "\(expected)", found: nil,
        problem: problem))
  }

  @inlinable
  package mutating func skip() throws { _ = try readBytes() }

  @inlinable
  mutating func skipRest() throws {
    while fieldsLeft > 0 { try skip() }
  }
}
