package import Banking

/// How a language writes numbers. Our own, on integers: starting the system's formatter costs more than the command.
package struct NumberFormat: Sendable {
  /// Keeps a number and its unit on one line.
  package static let noBreakSpace = "\u{00A0}"

  package let groupSeparator: String
  package let decimalSeparator: String

  package init(groupSeparator: String, decimalSeparator: String) {
    self.groupSeparator = groupSeparator
    self.decimalSeparator = decimalSeparator
  }

  /// `1,940`.
  package func integer(_ value: some BinaryInteger) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "−" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += groupSeparator }
      text.append(digit)
    }
    return text
  }

  /// For people: whole units, rounded half away from zero; below ten units with both decimals, for there they matter.
  package func amount(_ money: Money) -> String {
    let magnitude = money.minorUnits.magnitude
    let sign = money.minorUnits < 0 ? "−" : ""
    if magnitude == 0 { return "0" }
    if magnitude < 1000 {
      let cents = magnitude % 100
      return sign + "\(magnitude / 100)\(decimalSeparator)\(cents < 10 ? "0" : "")\(cents)"
    }
    return sign + integer((magnitude + 50) / 100)
  }

  /// Three significant digits where the number is small, whole units where it is large: `0.036`, `1.2`, `5,974`.
  package func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    var (places, scale) = (0, 1.0)
    while places < 4, abs(value) * scale < 100 { (places, scale) = (places + 1, scale * 10) }
    let scaled = Int64((abs(value) * scale).rounded())
    var digits = String(scaled % Int64(scale))
    while digits.utf8.count < places { digits = "0" + digits }
    while digits.hasSuffix("0") { digits.removeLast() }
    let whole = integer(scaled / Int64(scale))
    return (value < 0 ? "−" : "") + (places == 0 || digits.isEmpty ? whole : whole + decimalSeparator + digits)
  }

  /// `1,940 EUR`.
  package func amount(_ money: Money, _ currency: String) -> String {
    amount(money) + Self.noBreakSpace + currency
  }

  /// `61 %`, `6.1 %`; never rounds to nothing or to everything what is neither.
  package func percent(_ share: Double) -> String {
    let unit = Self.noBreakSpace + "%"
    guard share.isFinite, share > 0 else { return "0" + unit }
    let tenths = Int((min(share, 1) * 1000).rounded())
    if tenths == 0 { return "<" + Self.noBreakSpace + "0" + decimalSeparator + "1" + unit }
    if share < 1, tenths >= 995 { return ">" + Self.noBreakSpace + "99" + unit }
    if tenths < 100 { return "\(tenths / 10)\(decimalSeparator)\(tenths % 10)" + unit }
    return "\((tenths + 5) / 10)" + unit
  }
}
