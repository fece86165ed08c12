/// A value that can be read from PostgreSQL's binary format.
///
/// Types of other rooms conform by reading one of the types here: a business date reads a `PostgresDate`.
package protocol PostgresDecodable {
  /// The types the value can be read from without loss.
  static var acceptedTypes: [TypeOID] { get }

  /// Reads a field that is not NULL and whose type is accepted.
  init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem)

  /// What NULL reads as; throws unless the type is an optional.
  static func fromNull() throws(DecodingProblem) -> Self
}

extension PostgresDecodable {
  package static func fromNull() throws(DecodingProblem) -> Self { throw .unexpectedNull }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] { Wrapped.acceptedTypes }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    self = .some(try Wrapped(binary: bytes, type: type))
  }

  package static func fromNull() throws(DecodingProblem) -> Self { nil }
}
