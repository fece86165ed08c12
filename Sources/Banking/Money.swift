/// An exact amount in hundredths of the bank's currency: the source's `numeric(16,2)` without loss.
package struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let minorUnits: Int64

  package init(minorUnits: Int64) { self.minorUnits = minorUnits }

  /// Rounds half away from zero to the hundredth. For estimates only; amounts that came as exact decimals never
  /// pass through a binary float. A value that is not finite or does not fit is nil.
  package init?(estimate: Double) {
    let scaled = (estimate * 100).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e17 else { return nil }
    minorUnits = Int64(scaled)
  }

  /// The average of a total over some months, exact but for the one rounding: half away from zero to the hundredth.
  /// - Parameter months: at least 1.
  package static func perMonth(_ total: Money, months: Int) -> Money {
    let months = Int64(months)
    let (whole, rest) = total.minorUnits.quotientAndRemainder(dividingBy: months)
    let isHalfOrMore = rest.magnitude >= months.magnitude - rest.magnitude
    return Money(minorUnits: isHalfOrMore ? whole + rest.signum() : whole)
  }

  package static let zero = Money(minorUnits: 0)

  /// The amount as a binary float in whole units, for models; never for sums that people see.
  package var estimate: Double { Double(minorUnits) / 100 }

  package static func + (a: Money, b: Money) -> Money { Money(minorUnits: a.minorUnits + b.minorUnits) }
  package static func - (a: Money, b: Money) -> Money { Money(minorUnits: a.minorUnits - b.minorUnits) }
  package static func += (a: inout Money, b: Money) { a = a + b }
  package static func < (a: Self, b: Self) -> Bool { a.minorUnits < b.minorUnits }

  /// Plain decimal with two places: `-1234.50`. What the database and programs read.
  package var description: String {
    let magnitude = minorUnits.magnitude
    return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), 2))"
  }
}
