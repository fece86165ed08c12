/// An exact amount with two decimals, as a number of hundredths: `12.34` is 1234. Reading a `numeric` that has more than
/// two significant decimals, or does not fit, is an error, never a rounding.
package struct MinorUnits: Hashable, Sendable {
  package let value: Int64

  package init(value: Int64) { self.value = value }

  /// `-12.05` for -1205.
  package var decimalText: String {
    let magnitude = value.magnitude
    let cents = magnitude % 100
    return "\(value < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
