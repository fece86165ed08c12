import Banking

/// Reads what `ActivityCode` packed. Bytes that it cannot have made are read as zeros, and `isSound` tells of it.
struct ActivityFigures {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  private var isWhole = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read, and nothing more.
  var isSound: Bool { isWhole && place == bytes.count }

  /// Of months or of holdings that follow, which cannot be more than the bytes.
  mutating func count() -> Int {
    let count = next()
    guard count <= UInt64(bytes.count) else {
      isWhole = false
      return 0
    }
    return Int(count)
  }

  mutating func month() -> (income: Int64, operations: Int32) { (signed(), Int32(truncatingIfNeeded: next())) }

  mutating func holding(last: Month) -> Holding {
    var holding = Holding(product: Int16(truncatingIfNeeded: next()), openAccounts: 0)
    let monthsAgo = Int32(truncatingIfNeeded: next())
    if monthsAgo > 0 { holding.lastActive = Month(index: last.index &+ 1 &- monthsAgo) }
    holding.activeMonths = UInt8(truncatingIfNeeded: next())
    holding.income12 = signed()
    holding.operations12 = Int32(truncatingIfNeeded: next())
    holding.income3 = signed()
    holding.operations3 = Int32(truncatingIfNeeded: next())
    holding.incomeYearAgo = signed()
    return holding
  }

  private mutating func signed() -> Int64 {
    let value = next()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private mutating func next() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    isWhole = false
    return 0
  }
}
