/// A `numeric` rounded half away from zero to the hundredth, as `round(x, 2)` does in SQL.
package enum HundredthsField: Hashable, Sendable {
  case null
  case value(Int64)
  /// NaN, infinite, or of a larger magnitude than the reader's limit.
  case beyondLimit
}

extension HundredthsField {
  /// Reads the wire form of `numeric` (`numeric_send` in PostgreSQL's `numeric.c`): number of base-10000 digits, weight
  /// of the first, sign, display scale, digits without zeros at either end.
  /// - Parameter limit: whole units; the unrounded magnitude may equal it.
  @inlinable
  init(numeric bytes: UnsafeRawBufferPointer, limit: Int64) throws(DecodingProblem) {
    guard bytes.count >= 8 else { throw .malformed }
    let count = Int(Self.word(bytes, 0))
    let weight = Int(Self.word(bytes, 1))
    let sign = UInt16(bitPattern: Self.word(bytes, 2))
    guard count >= 0, bytes.count == 8 + count * 2 else { throw .malformed }
    // Positive or negative; all other signs are NaN and the infinities.
    let hasFraction = count > weight + 1
    guard sign & 0xBFFF == 0, let whole = Self.whole(bytes, count, weight),
      whole < limit || (whole == limit && !hasFraction)
    else {
      self = .beyondLimit
      return
    }
    // Digits before the first are zeros: 0.00001 has weight -2.
    let fraction = hasFraction && weight >= -1 ? Int64(Self.word(bytes, 5 + weight)) : 0
    let hundredths = whole * 100 + (fraction + 50) / 100
    self = .value(sign == 0 ? hundredths : -hundredths)
  }

  /// The digits before the point; nil where they do not fit.
  @inlinable
  static func whole(_ bytes: UnsafeRawBufferPointer, _ count: Int, _ weight: Int) -> Int64? {
    guard weight <= 4 else { return nil }
    var whole: Int64 = 0
    var place = 0
    while place <= weight {
      let (shifted, overflow) = whole.multipliedReportingOverflow(by: 10_000)
      let (sum, carry) = shifted.addingReportingOverflow(place < count ? Int64(word(bytes, 4 + place)) : 0)
      guard !overflow, !carry else { return nil }
      whole = sum
      place += 1
    }
    return whole
  }

  @inlinable
  static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int16 {
    Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: Int16.self))
  }
}

extension BinaryRow {
  /// - Parameter limit: whole units, at most 9e16, so that hundredths of it fit.
  @inlinable
  package mutating func readHundredths(limit: Int64) throws -> HundredthsField {
    guard let bytes = try readBytes() else { return .null }
    do {
      return try HundredthsField(numeric: bytes, limit: limit)
    } catch {
      throw failure(error, "numeric")
    }
  }

  /// The day number, which may be that of an infinity.
  @inlinable
  package mutating func readOptionalDayNumber() throws -> Int32? { try readFixed(Int32.self, "date") }
}
