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
  private static let format = "3"
  private static let columns = ["bank_id", "client_id", "row_count", "content", "figures"]
  private static let batchSize = 8192

  private let connection: PostgresConnection
  private let scope: ReadScope
  private let terms: String
  private let oldest: String
  /// What was kept under the terms.
  private let reading: KeptReading?

  /// Nil where changes of the source cannot be told.
  init?(_ connection: PostgresConnection, _ scope: ReadScope, _ catalogue: Catalogue, otherProducts: Set<String>)
    async throws
  {
    let (tables, oldest) = try await Self.tables(connection)
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
    let latest = try await KeptReading.latest(connection, scope.bank)
    reading = latest.flatMap { $0.terms == terms ? $0 : nil }
  }

  /// The tables that hold the product months, nil where changes in them cannot be told; and the oldest transaction that
  /// may yet add to them.
  static func tables(_ connection: PostgresConnection) async throws -> (names: String?, oldest: String) {
    try await connection.one(
      Statement<(names: String?, oldest: String)>(.activitySource) {
        (try $0.decode("tables"), try $0.decode("oldest"))
      })
  }

  /// Whether there are sums whose changes since can be told.
  var tellsChanges: Bool { reading?.threshold != nil }

  /// Whether a reading of all rows is to be summed up.
  var isWorthKeeping: Bool { reading?.isKept ?? true }

  /// Whether so many clients' rows are sooner read one by one than all of them in one pass.
  static func isFew(_ clients: Int, of clientCount: Int) -> Bool { clients <= 100 + clientCount / 10 }

  /// All rows are to be read.
  struct Outdated: Error {
    var tooMuchHasChanged = false
  }

  func copy<R: Sendable>(
    _ query: Query, _ settings: [String: String] = [:], _ body: @Sendable (consuming BinaryRows) throws -> R
  ) async throws -> R {
    try await connection.copyOut(CopyQuery(query, scope, settings), body)
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
