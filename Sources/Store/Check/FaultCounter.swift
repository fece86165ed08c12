import Banking
import PostgresKit
import Schema

/// Counts what breaks the rules, and fetches a few keys of it.
struct FaultCounter: Sendable {
  /// Rows of one relation that are not sound.
  struct Counts: Sendable {
    let byFault: [String: Int64]
    let future: Int64

    var quarantined: Int64 { byFault.values.reduce(0, +) }
  }

  private static let keyQueries: KeyValuePairs<String, Query> = [
    "manager": .keysManager, "product": .keysProduct, "client": .keysClient, "account": .keysAccount,
    "product_month": .keysProductMonth,
  ]
  /// Relations whose rows are judged one by one.
  static let relations = keyQueries.map(\.key)
  /// What `faults_*.sql` calls a row dated after the as-of date.
  static let future = "future"
  private static let sampleSize: Int64 = 5

  let connection: PostgresConnection
  let withoutDuplicates: Set<String>

  init(_ connection: PostgresConnection, withoutDuplicates: Set<String>) {
    self.connection = connection
    self.withoutDuplicates = withoutDuplicates
  }

  /// All faults of a relation in one pass.
  func counts(_ relation: String) async throws -> Counts {
    let faults = CheckRule.all.filter { $0.isFault && $0.relation == relation }.map(\.name)
    let names = faults + [Self.future]
    let counts = try await connection.one(
      Statement(
        "faults of source.\(relation)", Query.counts(of: keys(relation), faults: names.count),
        parameters: names.map { .text($0) }, timeout: SourceCheck.timeout
      ) { row in try names.indices.map { try row.decode($0, as: Int64.self) } })
    return Counts(
      byFault: Dictionary(zip(faults, counts)) { first, _ in first }, future: counts.last ?? 0)
  }

  /// Keys of rows with the fault that has the rule's name.
  func sample(_ rule: CheckRule) async throws -> [String] {
    try await connection.many(
      Statement(
        rule.name, Query.sampleOfFault(keys(rule.relation)), .int8(Self.sampleSize), .text(rule.name),
        timeout: SourceCheck.timeout
      ) { try $0.decode("key") }, limit: Int(Self.sampleSize))
  }

  func count(_ query: Query) async throws -> Int64 {
    try await connection.one(
      Statement(query.name, Query.count(of: text(query)), timeout: SourceCheck.timeout) { try $0.decode(0) })
  }

  func sample(_ query: Query) async throws -> [String] {
    try await connection.many(
      Statement(
        query.name, Query.sample(of: text(query)), .int8(Self.sampleSize), timeout: SourceCheck.timeout
      ) { try $0.decode("key") }, limit: Int(Self.sampleSize))
  }

  func monthClients(_ scope: ReadScope) async throws -> MonthClients {
    let months = try await connection.many(
      Statement(Query.countMonthClients.name, text(.countMonthClients), timeout: SourceCheck.timeout) {
        (
          month: try $0.date("month").calendarMonth,
          totals: MonthClients.Totals(
            clients: try $0.decode("clients"), income: try $0.decode("income"), operations: try $0.decode("operations"))
        )
      }, limit: scope.historyMonths + 3)
    return MonthClients(
      Dictionary(months.map { ($0.month, $0.totals) }) { first, _ in first }, last: scope.asOf.lastCompleteMonth)
  }

  func openingsAtOnce() async throws -> [String] {
    try await connection.many(
      Statement(Query.countOpeningsAtOnce.name, text(.countOpeningsAtOnce), timeout: SourceCheck.timeout) {
        try $0.decode("key")
      }, limit: Int(Int16.max))
  }

  func feeds() async throws -> ProductFeeds {
    let regulars = try await connection.many(
      Statement(
        Query.countRegularClients.name, text(.countRegularClients), .int4(Int32(ProductFeeds.regularMonths)),
        timeout: SourceCheck.timeout
      ) { row in
        (
          product: ProductCode(try row.decode("product_code")),
          clients: ProductFeeds.Regulars(present: try row.decode("present"), absent: try row.decode("absent"))
        )
      }, limit: Int(Int16.max))
    return ProductFeeds(Dictionary(regulars.map { ($0.product, $0.clients) }) { first, _ in first })
  }

  private func keys(_ relation: String) -> String {
    Self.keyQueries.first { $0.key == relation }.map { text($0.value) } ?? ""
  }

  private func text(_ query: Query) -> String { query.sql(withoutDuplicatesIn: withoutDuplicates) }
}

extension CheckRule {
  fileprivate var isFault: Bool { if case .fault = measure { true } else { false } }
}
