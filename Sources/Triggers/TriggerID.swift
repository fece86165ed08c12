package import Banking

/// A trigger's key, derived from what it is about: the same trigger gets the same id however often the night is run.
/// The text form is a UUID of version 8 (RFC 9562, section 5.8).
package struct TriggerID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  /// - Parameter cycle: 1 for the first trigger of this kind on this client and product, and so on.
  package init(bank: BankID, client: ClientID, kind: TriggerKind, product: ProductCode?, cycle: Int) {
    let hash = StableHash(bank.rawValue, String(client.rawValue), kind.rawValue, product?.rawValue ?? "", String(cycle))
    high = hash.high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
    low = hash.low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
  }

  /// Reads the 36-character form, in either case.
  package init?(_ text: some StringProtocol) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map({ $0.utf8.count }) == [8, 4, 4, 4, 12],
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isHexDigit } }),
      let high = UInt64(groups[0...2].joined(), radix: 16), let low = UInt64(groups[3...4].joined(), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
  }

  package var description: String {
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
