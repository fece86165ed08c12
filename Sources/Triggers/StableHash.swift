/// MurmurHash3, x64, 128 bits, seed 0 (A. Appleby, public domain): the same bytes give the same hash on every machine
/// and in every version. Spreads well; keeps no secrets.
package struct StableHash: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  package init(_ bytes: [UInt8]) {
    var a: UInt64 = 0
    var b: UInt64 = 0
    var start = 0
    while start + 16 <= bytes.count {
      a ^= Self.scrambled(first: Self.word(bytes, start, 8))
      a = (Self.rotated(a, 27) &+ b) &* 5 &+ 0x52DC_E729
      b ^= Self.scrambled(second: Self.word(bytes, start + 8, 8))
      b = (Self.rotated(b, 31) &+ a) &* 5 &+ 0x3849_5AB5
      start += 16
    }
    let rest = bytes.count - start
    b ^= Self.scrambled(second: Self.word(bytes, start + 8, max(0, rest - 8)))
    a ^= Self.scrambled(first: Self.word(bytes, start, min(8, rest)))
    a ^= UInt64(bytes.count)
    b ^= UInt64(bytes.count)
    a &+= b
    b &+= a
    a = Self.finished(a)
    b = Self.finished(b)
    a &+= b
    high = a
    low = b &+ a
  }

  /// Hashes texts so that no two different lists share their bytes: each is written as its length in UTF-8, a colon
  /// and the text itself ("5:WHOLE").
  package init(_ parts: String...) {
    var bytes: [UInt8] = []
    for part in parts {
      let text = Array(part.utf8)
      bytes += Array("\(text.count):".utf8)
      bytes += text
    }
    self.init(bytes)
  }

  /// Uniform in [0, 1), from the upper 53 bits.
  package var fraction: Double { Double(high >> 11) * 0x1p-53 }

  /// `count` (0–8) bytes from `start`, least significant first.
  private static func word(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
    return word
  }

  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

  private static func scrambled(first word: UInt64) -> UInt64 {
    rotated(word &* 0x87C3_7B91_1142_53D5, 31) &* 0x4CF5_AD43_2745_937F
  }

  private static func scrambled(second word: UInt64) -> UInt64 {
    rotated(word &* 0x4CF5_AD43_2745_937F, 33) &* 0x87C3_7B91_1142_53D5
  }

  private static func finished(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
