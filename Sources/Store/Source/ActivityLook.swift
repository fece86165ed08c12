import Banking
package import PostgresKit
import Schema

/// What a look at every product month tells, beside what an earlier reading kept: whose rows are new or have changed, and how
/// many rows there are. It takes as long as reading everything else, so it can be taken in a session of its own meanwhile.
package struct ActivityLook: Sendable {
  /// Of all rows: where more have changed, reading all of them is quicker.
  private static let changedShare: Int64 = 10

  /// Clients that have other rows than when they were summed up, or rows more.
  let changed: Set<Int64>
  let rows: Int64
  /// Rows of months that are not over.
  let toCome: Int64

  /// - Throws: `KeptActivity.Outdated` where nothing is kept that tells, or reading everything is quicker.
  init(_ connection: PostgresConnection, _ scope: ReadScope) async throws {
    guard let kept = try await KeptReading.latest(connection, scope.bank), let first = kept.threshold else {
      throw KeptActivity.Outdated()
    }
    let limit = 1000 + kept.rowCount / Self.changedShare
    let groups = try await Self.groups(connection, scope, since: first, limit: limit)
    let changedRows = groups.reduce(0) { $0 + ($1.client == nil ? 0 : $1.rows) }
    guard groups.count < limit, changedRows < limit else { throw KeptActivity.Outdated(tooMuchHasChanged: true) }
    // A row without a client: all are read, and the check says what is wrong.
    guard groups.allSatisfy({ $0.withoutClient == 0 }) else { throw KeptActivity.Outdated() }
    changed = Set(groups.compactMap(\.client))
    rows = groups.reduce(0) { $0 + $1.rows }
    toCome = groups.reduce(0) { $0 + $1.toCome }
  }

  /// A look at what the connection's transaction sees, to be taken in a session of its own. That gives way to whoever holds a
  /// table's lock and may be waiting for the transaction.
  package static func beside(
    _ connection: PostgresConnection, _ scope: ReadScope
  ) async throws -> @Sendable () async throws -> ActivityLook {
    let snapshot = try await connection.shareSnapshot()
    return {
      try await snapshot.beside(lockTimeout: .seconds(5)) { session in
        // What was kept of a table says nothing of the view that has taken its place.
        guard try await KeptActivity.tables(session).names != nil else { throw KeptActivity.Outdated() }
        return try await ActivityLook(session, scope)
      }
    }
  }

  /// Rows of one client that are new, or all others.
  struct Group: Sendable {
    let client: Int64?
    let rows: Int64
    let toCome: Int64
    let withoutClient: Int64
  }

  /// - Parameters:
  ///   - first: the first transaction that was not seen.
  ///   - limit: of groups; there are fewer where less has changed.
  static func groups(
    _ connection: PostgresConnection, _ scope: ReadScope, since first: Int64, limit: Int64
  ) async throws -> [Group] {
    // The planner takes nearly one group for millions, and might sort the whole table for them.
    try await connection.execute(Statement<Void>("plan", "SET LOCAL enable_sort = off"))
    let groups = try await connection.many(
      Statement(
        .lookAtActivity, .text(scope.bank.rawValue), .date(scope.asOf.lastCompleteMonth.firstDay), .int8(first),
        .int8(limit), timeout: SourceCheck.timeout
      ) { row in
        Group(
          client: try row.decode("changed_client"), rows: try row.decode("row_count"),
          toCome: try row.decode("to_come"), withoutClient: try row.decode("without_client"))
      }, limit: Int(limit))
    try await connection.execute(Statement<Void>("plan", "SET LOCAL enable_sort TO DEFAULT"))
    return groups
  }
}

/// How the product months of a bank were last read.
struct KeptReading: Sendable {
  let terms: String
  let rowCount: Int64
  /// False for a bank that loads most rows anew every night.
  let isKept: Bool
  /// The first transaction that may not have been seen; nil where nothing is kept, or it is too long ago to tell.
  let threshold: Int64?

  static func latest(_ connection: PostgresConnection, _ bank: BankID) async throws -> KeptReading? {
    try await connection.optional(
      Statement<KeptReading>(.activityReading, .text(bank.rawValue)) {
        KeptReading(
          terms: try $0.decode("terms"), rowCount: try $0.decode("row_count"), isKept: try $0.decode("is_kept"),
          threshold: try $0.decode("threshold"))
      })
  }
}
