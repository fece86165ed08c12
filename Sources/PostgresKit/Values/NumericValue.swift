/// The wire form of `numeric`: base-10000 digits, the weight of the first, a sign and the display scale
/// (PostgreSQL `src/backend/utils/adt/numeric.c`, `numeric_send`).
struct NumericValue {
  private enum Sign {
    static let positive: UInt16 = 0x0000
    static let negative: UInt16 = 0x4000
  }

  private let bytes: UnsafeRawBufferPointer
  private let digitCount: Int
  private let weight: Int
  private let isNegative: Bool
  private let displayScale: Int

  init(_ bytes: UnsafeRawBufferPointer) throws(DecodingProblem) {
    guard bytes.count >= 8 else { throw .malformed }
    digitCount = Int(bytes.bigEndian(at: 0, as: Int16.self))
    weight = Int(bytes.bigEndian(at: 2, as: Int16.self))
    let sign = bytes.bigEndian(at: 4, as: UInt16.self)
    displayScale = Int(bytes.bigEndian(at: 6, as: Int16.self))
    guard sign == Sign.positive || sign == Sign.negative else { throw .notFinite }
    guard digitCount >= 0, bytes.count == 8 + digitCount * 2 else { throw .malformed }
    isNegative = sign == Sign.negative
    self.bytes = bytes
  }

  /// The base-10000 digit that stands for 10000^power.
  private func digit(_ power: Int) -> Int64 {
    let index = weight - power
    guard index >= 0, index < digitCount else { return 0 }
    return Int64(bytes.bigEndian(at: 8 + index * 2, as: Int16.self))
  }

  /// The value in hundredths, exactly.
  func minorUnits() throws(DecodingProblem) -> Int64 {
    var total: Int64 = 0
    var power = max(weight, 0)
    while power >= 0 {
      total = try Self.shifted(total, by: 10_000, adding: isNegative ? -digit(power) : digit(power))
      power -= 1
    }
    let fraction = digit(-1)
    guard fraction % 100 == 0 else { throw .tooPrecise }
    let lowest = weight - digitCount + 1
    var below = -2
    while below >= lowest {
      guard digit(below) == 0 else { throw .tooPrecise }
      below -= 1
    }
    return try Self.shifted(total, by: 100, adding: (isNegative ? -fraction : fraction) / 100)
  }

  private static func shifted(_ value: Int64, by factor: Int64, adding digit: Int64) throws(DecodingProblem) -> Int64 {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    let (sum, carry) = product.addingReportingOverflow(digit)
    guard !overflow, !carry else { throw .outOfRange }
    return sum
  }

  /// The digits as SQL writes them, with the display scale the column keeps.
  var text: String {
    var integer = ""
    var power = max(weight, 0)
    while power >= 0 {
      let digits = String(digit(power))
      integer += integer.isEmpty ? digits : String(repeating: "0", count: 4 - digits.count) + digits
      if integer == "0" { integer = "" }
      power -= 1
    }
    var fraction = ""
    var below = -1
    while fraction.utf8.count < displayScale {
      let digits = String(digit(below))
      fraction += String(repeating: "0", count: 4 - digits.count) + digits
      below -= 1
    }
    let sign = isNegative ? "-" : ""
    let whole = integer.isEmpty ? "0" : integer
    return displayScale > 0 ? "\(sign)\(whole).\(fraction.prefix(displayScale))" : sign + whole
  }
}
