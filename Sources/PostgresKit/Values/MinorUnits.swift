/// An exact amount with two decimals, as a number of hundredths: `12.34` is 1234. Reading a `numeric` that has more than
/// two significant decimals, or does not fit, is an error, never a rounding.
package struct MinorUnits: Hashable, Sendable {
  package let value: Int64

  package init(value: Int64) { self.value = value }
}
