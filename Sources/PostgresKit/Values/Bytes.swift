/// A `bytea` value. (An array of `UInt8` would read as a PostgreSQL array, which it is not.)
package struct Bytes: Hashable, Sendable, PostgresDecodable {
  package let elements: [UInt8]

  package init(_ elements: [UInt8]) { self.elements = elements }

  package static var acceptedTypes: [TypeOID] { [.bytea] }

  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    self.init([UInt8](bytes))
  }
}
