import Banking

/// What a client's product months come to, as `xsell.client_activity` keeps it.
struct ClientActivity {
  let rowCount: Int64
  let content: Int64
  /// Nil where its rows are to be read every night.
  let figures: [UInt8]?
}

/// Packs months and holdings into a few bytes: whole numbers of seven bits a byte, the lowest first; negative ones take the odd
/// numbers.
///
/// First the number of months and each month's income and operations, oldest first; then the number of holdings and
/// each one's product, months since its last activity (0 = none, 1 = active in the last month), active months, income and
/// operations of 12 and of 3 months.
struct ActivityCode {
  private(set) var bytes: [UInt8] = []

  init(months: [(income: Int64, operations: Int32)], _ holdings: [Holding], last: Month) {
    bytes.reserveCapacity(8 + months.count * 4 + holdings.count * 12)
    append(UInt64(months.count))
    for month in months {
      append(signed: month.income)
      append(UInt64(month.operations))
    }
    append(UInt64(holdings.count))
    for holding in holdings {
      append(UInt64(holding.product))
      append(UInt64(holding.lastActive.map { last.index - $0.index + 1 } ?? 0))
      append(UInt64(holding.activeMonths))
      append(signed: holding.income12)
      append(UInt64(holding.operations12))
      append(signed: holding.income3)
      append(UInt64(holding.operations3))
    }
  }

  private mutating func append(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func append(signed value: Int64) { append(UInt64(bitPattern: value << 1 ^ value >> 63)) }
}

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
    var holding = Holding(product: Int16(truncatingIfNeeded: next()), isHeld: false)
    let monthsAgo = Int32(truncatingIfNeeded: next())
    if monthsAgo > 0 { holding.lastActive = Month(index: last.index &+ 1 &- monthsAgo) }
    holding.activeMonths = UInt8(truncatingIfNeeded: next())
    holding.income12 = signed()
    holding.operations12 = Int32(truncatingIfNeeded: next())
    holding.income3 = signed()
    holding.operations3 = Int32(truncatingIfNeeded: next())
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
