extension BinaryCopyWriter {
  /// A `uuid` from its two halves, the first 64 bits first.
  package mutating func write(uuid value: (high: UInt64, low: UInt64)) throws {
    try writeBytes(
      (0..<16).map { place in
        UInt8(truncatingIfNeeded: (place < 8 ? value.high : value.low) >> UInt64(56 - 8 * (place % 8)))
      })
  }
}
