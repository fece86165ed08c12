import Banking

/// Packs months and holdings into a few bytes: whole numbers of seven bits a byte, the lowest first; negative ones take the odd
/// numbers.
///
/// First the number of months and each month's income and operations, oldest first; then the number of holdings and
/// each one's product, months since its last activity (0 = none, 1 = active in the last month), active months, income and
/// operations of 12 and of 3 months, income of the month a year ago.
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
      append(signed: holding.incomeYearAgo)
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
