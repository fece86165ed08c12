import Banking
import PostgresKit
import Schema

/// What the product months of a bank came to when they were last read, client by client, and which of it still holds.
///
/// A row that is new or has changed shows by the transaction that wrote it, one that is gone by the number of rows; whether the
/// tables are still the same ones, and read by the same rules, by their terms. So nothing is taken for granted that the
/// source does not say itself, and a look at every row's transaction takes a tenth of the time that reading it does.
struct KeptActivity: Sendable {
  /// Of `ActivityCode` and of what a reading makes of rows: another one where either changes.
  private static let format = "1"
  /// Of all rows: where more have changed, reading all of them is quicker.
  private static let changedShare: Int64 = 10
  private static let columns = ["bank_id", "client_id", "row_count", "content", "figures"]
  private static let batchSize = 8192

  /// What was kept under the terms.
  private enum Standing {
    case nothing
    /// Transactions up to the threshold were seen.
    case sums(threshold: String, rowCount: Int64)
    /// The bank loads most rows anew every night.
    case notWorthKeeping
  }

  private let connection: PostgresConnection
  private let scope: ReadScope
  private let terms: String
  private let oldest: String
  private let standing: Standing

  /// Nil where changes of the source cannot be told.
  init?(_ connection: PostgresConnection, _ scope: ReadScope, _ catalogue: Catalogue, otherProducts: Set<String>)
    async throws
  {
    let (tables, oldest) = try await connection.one(
      Statement<(String?, String)>(.activitySource) { (try $0.decode("tables"), try $0.decode("oldest")) })
    guard let tables else { return nil }
    let cluster = try await connection.one(Statement<String>(.clusterIdentity) { try $0.decode(0) })
    let parts =
      [
        Self.format, cluster, tables, scope.asOf.lastCompleteMonth.description, String(scope.historyMonths),
        String(scope.absurdAmount),
      ] + catalogue.products.map(\.code.rawValue) + [""] + otherProducts.sorted()
    let terms = try await RunLedger(connection).hash(parts.joined(separator: "\n"))
    self.connection = connection
    self.scope = scope
    self.terms = terms
    self.oldest = oldest
    standing = try await Self.standing(connection, scope.bank, terms)
  }

  private static func standing(
    _ connection: PostgresConnection, _ bank: BankID, _ terms: String
  ) async throws -> Standing {
    let reading = try await connection.optional(
      Statement<(terms: String, rowCount: Int64, isKept: Bool, threshold: String?)>(
        .activityReading, .text(bank.rawValue)
      ) {
        (
          try $0.decode("terms"), try $0.decode("row_count"), try $0.decode("is_kept"), try $0.decode("threshold")
        )
      })
    guard let reading, reading.terms == terms else { return .nothing }
    if !reading.isKept { return .notWorthKeeping }
    return reading.threshold.map { .sums(threshold: $0, rowCount: reading.rowCount) } ?? .nothing
  }

  /// Whether a reading of all rows is to be summed up.
  var isWorthKeeping: Bool { if case .notWorthKeeping = standing { false } else { true } }

  /// The clients that have other rows than when they were summed up, or rows more.
  /// - Throws: `Outdated` where nothing is kept that tells, or reading everything is quicker.
  func changed() async throws -> Set<Int64> {
    guard case .sums(let threshold, let rowCount) = standing else { throw Outdated() }
    let limit = 1000 + rowCount / Self.changedShare
    let settings = ["xsell.activity_threshold": threshold, "xsell.activity_limit": String(limit)]
    let rows = try await copy(.changedActivity, settings) { rows in
      var clients: [Int64?] = []
      try rows.forEach { clients.append(try $0.readOptionalInt64()) }
      return clients
    }
    guard rows.count < limit else { throw Outdated(tooMuchHasChanged: true) }
    let changed = Set(rows)
    // A row without a client: all are read, and the check says what is wrong.
    guard !changed.contains(nil) else { throw Outdated() }
    return Set(changed.compactMap(\.self))
  }

  /// Whether so many clients' rows are sooner read one by one than all of them in one pass.
  static func isFew(_ clients: Int, of clientCount: Int) -> Bool { clients <= 100 + clientCount / 10 }

  /// All rows are to be read.
  struct Outdated: Error {
    var tooMuchHasChanged = false
  }

  /// All rows, and those of months to come.
  func counts() async throws -> (rows: Int64, toCome: Int64) {
    try await connection.one(
      Statement(
        .countActivity, .text(scope.bank.rawValue), .date(scope.asOf.lastCompleteMonth.firstDay),
        timeout: SourceCheck.timeout
      ) { (try $0.decode("row_count"), try $0.decode("to_come")) })
  }

  func copy<R: Sendable>(
    _ query: Query, _ settings: [String: String] = [:], _ body: @Sendable (consuming BinaryRows) throws -> R
  ) async throws -> R {
    let settings = scope.settings.merging(settings) { _, new in new }
    return try await connection.copyOut(CopyQuery(query.name, query.sql, settings: settings), body)
  }
}

extension KeptActivity {
  private var bank: Parameter { .text(scope.bank.rawValue) }

  /// Keeps nothing under these terms from now on.
  func giveUp() async throws {
    try await connection.execute(Statement(.deleteActivity, bank, .int8Array(nil)))
    try await put(rowCount: 0, threshold: nil)
  }

  /// Keeps what the clients' rows come to.
  /// - Parameters:
  ///   - replaced: of whom nothing else is kept any longer; nil = of all.
  ///   - rowCount: of all clients.
  ///   - activity: by position among the clients; nil = the client has no rows and needs none.
  func keep(
    _ clients: [Int64], inPlaceOf replaced: [Int64]?, rowCount: Int64, _ activity: @Sendable (Int) -> ClientActivity?
  ) async throws {
    try await connection.execute(Statement(.deleteActivity, bank, .int8Array(replaced)))
    try await copy(clients, activity)
    try await put(rowCount: rowCount, threshold: oldest)
  }

  /// - Parameter activity: by position among the clients; nil = it has no rows and needs none.
  private func copy(_ clients: [Int64], _ activity: @Sendable (Int) -> ClientActivity?) async throws {
    let target = CopyTarget("xsell.client_activity", columns: Self.columns)
    for start in stride(from: 0, to: clients.count, by: Self.batchSize) {
      let rows = try BinaryCopyRows(columnCount: Self.columns.count) { row in
        for client in start..<min(clients.count, start + Self.batchSize) {
          guard let activity = activity(client) else { continue }
          try row.beginRow()
          try row.write(text: scope.bank.rawValue)
          try row.write(int8: clients[client])
          try row.write(int8: activity.rowCount)
          try row.write(int8: activity.content)
          if let figures = activity.figures { try row.writeBytes(figures) } else { try row.writeNull() }
        }
      }
      try await connection.copyIn(target) { try $0.write(rows) }
    }
  }

  private func put(rowCount: Int64, threshold: String?) async throws {
    try await connection.execute(
      Statement(.putActivityReading, bank, .text(terms), .int8(rowCount), .text(threshold)))
  }
}
