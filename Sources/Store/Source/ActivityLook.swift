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
    guard let kept = try await KeptReading.latest(connection, scope.bank), let threshold = kept.threshold else {
      throw KeptActivity.Outdated()
    }
    // All processors count, which brings the table from the disk to the memory sooner than one that looks at transactions can.
    (rows, toCome) = try await connection.one(
      Statement(
        .countActivity, .text(scope.bank.rawValue), .date(scope.asOf.lastCompleteMonth.firstDay),
        timeout: SourceCheck.timeout
      ) { (try $0.decode("row_count"), try $0.decode("to_come")) })
    changed = try await Self.changed(connection, scope, since: threshold, rowCount: kept.rowCount)
  }

  /// A look at what the connection's transaction sees, to be taken in a session of its own. That gives way to whoever holds a
  /// table's lock and may be waiting for the transaction.
  package static func beside(
    _ connection: PostgresConnection, _ scope: ReadScope
  ) async throws -> @Sendable () async throws -> ActivityLook {
    let snapshot = try await connection.shareSnapshot()
    return { try await snapshot.beside(lockTimeout: .seconds(5)) { try await ActivityLook($0, scope) } }
  }

  private static func changed(
    _ connection: PostgresConnection, _ scope: ReadScope, since threshold: String, rowCount: Int64
  ) async throws -> Set<Int64> {
    let limit = 1000 + rowCount / changedShare
    let bounds = ["xsell.activity_threshold": threshold, "xsell.activity_limit": String(limit)]
    let rows = try await connection.copyOut(CopyQuery(.changedActivity, scope, bounds)) { rows in
      var clients: [Int64?] = []
      try rows.forEach { clients.append(try $0.readOptionalInt64()) }
      return clients
    }
    guard rows.count < limit else { throw KeptActivity.Outdated(tooMuchHasChanged: true) }
    let changed = Set(rows)
    // A row without a client: all are read, and the check says what is wrong.
    guard !changed.contains(nil) else { throw KeptActivity.Outdated() }
    return Set(changed.compactMap(\.self))
  }
}

/// How the product months of a bank were last read.
struct KeptReading: Sendable {
  let terms: String
  let rowCount: Int64
  /// False for a bank that loads most rows anew every night.
  let isKept: Bool
  /// Transactions up to it were seen; nil where nothing is kept, or it is too long ago to tell.
  let threshold: String?

  static func latest(_ connection: PostgresConnection, _ bank: BankID) async throws -> KeptReading? {
    try await connection.optional(
      Statement<KeptReading>(.activityReading, .text(bank.rawValue)) {
        KeptReading(
          terms: try $0.decode("terms"), rowCount: try $0.decode("row_count"), isKept: try $0.decode("is_kept"),
          threshold: try $0.decode("threshold"))
      })
  }
}
