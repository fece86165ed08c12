/// A date or none, in the four bytes of a date.
package struct OptionalDay: Hashable, Sendable {
  package let day: Int32

  /// Earlier than the first date that PostgreSQL knows, and not its minus infinity.
  package static var none: Int32 { .min + 1 }

  @inlinable
  package init(_ date: BusinessDate?) { day = date?.dayNumber ?? Self.none }

  /// - Parameter day: see `BusinessDate.dayNumber`.
  @inlinable
  package init(day: Int32?) { self.day = day ?? Self.none }

  @inlinable package var date: BusinessDate? { day == Self.none ? nil : BusinessDate(dayNumber: day) }
}
