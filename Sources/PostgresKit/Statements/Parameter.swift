/// A value bound to `$1`, `$2`, … of a statement. Every kind takes nil for a typed NULL. Its description shows the type,
/// never the value.
package struct Parameter: Sendable, CustomStringConvertible {
  enum Format: Int32, Sendable {
    case text = 0
    case binary = 1
  }

  package let type: TypeOID
  let format: Format
  /// Nil is NULL.
  let bytes: [UInt8]?

  package var description: String { bytes == nil ? "NULL::\(type)" : "\(type)" }

  /// A NULL whose type the server infers.
  package static let null = Parameter(type: .inferred, format: .text, bytes: nil)

  package static func bool(_ value: Bool?) -> Parameter {
    Parameter(type: .bool, format: .binary, bytes: value.map { [$0 ? 1 : 0] })
  }
  package static func int2(_ value: Int16?) -> Parameter { integer(.int2, value) }
  package static func int4(_ value: Int32?) -> Parameter { integer(.int4, value) }
  package static func int8(_ value: Int64?) -> Parameter { integer(.int8, value) }
  package static func float8(_ value: Double?) -> Parameter { integer(.float8, value?.bitPattern) }
  package static func date(_ value: PostgresDate?) -> Parameter { integer(.date, value?.dayNumber) }
  package static func timestamptz(_ value: PostgresTimestamp?) -> Parameter {
    integer(.timestamptz, value?.microseconds)
  }
  package static func text(_ value: String?) -> Parameter { text(.text, value) }
  package static func jsonb(_ value: String?) -> Parameter { text(.jsonb, value) }
  package static func uuid(_ value: String?) -> Parameter { text(.uuid, value) }

  private static func integer<T: FixedWidthInteger>(_ type: TypeOID, _ value: T?) -> Parameter {
    Parameter(
      type: type, format: .binary,
      bytes: value.map { value in withUnsafeBytes(of: value.bigEndian) { [UInt8]($0) } })
  }

  private static func text(_ type: TypeOID, _ value: String?) -> Parameter {
    // libpq reads a text parameter up to its NUL.
    Parameter(type: type, format: .text, bytes: value.map { [UInt8]($0.utf8) + [0] })
  }
}
