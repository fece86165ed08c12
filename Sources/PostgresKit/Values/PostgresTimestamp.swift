/// A moment as PostgreSQL keeps it (`timestamptz`): microseconds since 2000-01-01 00:00 UTC.
package struct PostgresTimestamp: Hashable, Sendable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }
}
