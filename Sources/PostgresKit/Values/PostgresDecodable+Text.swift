extension String: PostgresDecodable {
  package static var acceptedTypes: [TypeOID] {
    [.text, .varchar, .bpchar, .name, .char, .unknown, .json, .jsonb, .uuid, .numeric]
  }

  /// Text as it is; `numeric`, `uuid` and `jsonb` in the form SQL writes them.
  package init(binary bytes: UnsafeRawBufferPointer, type: TypeOID) throws(DecodingProblem) {
    switch type {
    case .numeric: self = try NumericValue(bytes).text
    case .uuid: self = try Self.uuid(bytes)
    case .jsonb:
      // The first byte is the version of the format, which has been 1 since it exists.
      guard bytes.first == 1 else { throw .malformed }
      self = try Self.text(UnsafeRawBufferPointer(rebasing: bytes.dropFirst()))
    default: self = try Self.text(bytes)
    }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) throws(DecodingProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
    return text
  }

  private static func uuid(_ bytes: UnsafeRawBufferPointer) throws(DecodingProblem) -> String {
    guard bytes.count == 16 else { throw .malformed }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
