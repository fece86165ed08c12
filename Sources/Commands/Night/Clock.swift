import Glibc
import PostgresKit

/// The one place where the time of day comes in: for the ledger and the history of triggers, never for a result.
enum Clock {
  /// Seconds from 1970 to 2000, where PostgreSQL begins to count.
  private static let epoch = 946_684_800

  static func now() -> PostgresTimestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return PostgresTimestamp(microseconds: Int64(time.tv_sec - epoch) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
