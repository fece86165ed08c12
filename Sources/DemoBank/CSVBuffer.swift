import Banking

/// Rows of RFC 4180 in UTF-8 with line feeds; an absent field is empty, which reads as NULL.
struct CSVBuffer {
  private(set) var bytes: [UInt8]
  private var isRowStart = true

  init(header: String) { bytes = Array(header.utf8) + [0x0A] }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func endRow() {
    bytes.append(0x0A)
    isRowStart = true
  }

  private mutating func startField() {
    if !isRowStart { bytes.append(0x2C) }
    isRowStart = false
  }

  /// Text, quoted where it must be; the empty string is quoted to tell it from NULL.
  mutating func field(_ text: String?) {
    startField()
    guard let text else { return }
    let needsQuotes = text.isEmpty || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  mutating func field(_ number: Int64?) {
    startField()
    if let number { append(number) }
  }

  mutating func field(_ flag: Bool) { field(flag ? "true" : "false") }
  mutating func field(_ date: BusinessDate?) { field(date?.description) }

  mutating func field(_ money: Money?) {
    startField()
    guard let money else { return }
    let magnitude = money.minorUnits.magnitude
    if money.minorUnits < 0 { bytes.append(0x2D) }
    append(Int64(magnitude / 100))
    bytes.append(0x2E)
    bytes.append(0x30 + UInt8(magnitude % 100 / 10))
    bytes.append(0x30 + UInt8(magnitude % 10))
  }

  /// PostgreSQL's text form of an array of codes.
  mutating func field(_ codes: [ProductCode]) { field("{\(codes.map(\.rawValue).joined(separator: ","))}") }

  private mutating func append(_ number: Int64) {
    if number < 0 { bytes.append(0x2D) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
