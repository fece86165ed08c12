package import Banking

/// A fast fingerprint of the rows a night has read, in their order: two 64-bit lanes of multiply-and-rotate mixing. It
/// tells whether the input is the same as yesterday's; it is no defence against forgery.
package struct ContentHash: Hashable, Sendable {
  private var a: UInt64 = 0x243F_6A88_85A3_08D3
  private var b: UInt64 = 0x1319_8A2E_0370_7344

  package init() {}

  package mutating func combine(_ value: Int64) {
    a = (a ^ UInt64(bitPattern: value)) &* 0x9E37_79B9_7F4A_7C15
    a ^= a >> 29
    b = ((b << 27 | b >> 37) &+ a) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Nil is told from every value.
  package mutating func combine(_ value: Int64?) {
    combine(value == nil ? Int64(0x5EED) : 1)
    if let value { combine(value) }
  }

  package mutating func combine(_ day: BusinessDate?) { combine(day.map { Int64($0.dayNumber) }) }

  package mutating func combine(_ text: String?) {
    guard let text else { return combine(-1 as Int64) }
    combine(Int64(text.utf8.count))
    for byte in text.utf8 { combine(Int64(byte)) }
  }

  /// Of bytes, eight at a time; the length is mixed in last.
  init(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 8 <= bytes.count {
      combine(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)))
      place += 8
    }
    var rest: Int64 = 0
    for byte in bytes[place...] { rest = rest << 8 | Int64(byte) }
    combine(rest)
    combine(Int64(bytes.count))
  }

  /// As a key for a lock.
  var key: Int64 { Int64(bitPattern: a ^ b) }

  /// As it is stored with what it is the hash of; never 0.
  package var content: Int64 { key == 0 ? 1 : key }

  /// 32 hexadecimal digits.
  package var hexadecimal: String { Self.hexadecimal(a) + Self.hexadecimal(b) }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
