/// A calendar date as PostgreSQL keeps it: days since 2000-01-01, which may be negative.
package struct PostgresDate: Hashable, Sendable {
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// `infinity` and `-infinity` are stored as the extremes, and no business date is either.
  @usableFromInline
  static func isInfinite(_ dayNumber: Int32) -> Bool { dayNumber == .max || dayNumber == .min }
}
