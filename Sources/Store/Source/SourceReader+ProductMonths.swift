import Banking
import PostgresKit
import Schema

extension SourceReader {
  /// All product months, in one pass.
  /// - Parameter kept: where they are summed up for the readings to come.
  func productMonths(
    _ holders: HolderRows, _ scope: ReadScope, keptAs kept: KeptActivity?
  ) async throws -> ProductMonthReading.Result {
    let judge = try await judge(holders, scope)
    let reading = try await copy(.scanProductMonths, scope) { rows in
      var reading = ProductMonthReading(judge, holders, scope)
      try rows.forEach { try reading.append(&$0) }
      return reading
    }
    if let kept, kept.isWorthKeeping { try await keep(reading, of: holders.keys.clients, in: kept) }
    return (consume reading).finished()
  }

  func judge(_ holders: HolderRows, _ scope: ReadScope) async throws -> ProductMonthJudge {
    let duplicates = try await duplicates(in: "product_month", .readDuplicateProductMonths, scope) {
      ProductMonthJudge.Key(client: try $0.readInt64(), product: try $0.readText(), month: try $0.readDate().dayNumber)
    }
    return ProductMonthJudge(holders.keys, duplicates: duplicates, scope)
  }

  /// Keys that stand more than once.
  func duplicates<Key: Hashable & Sendable>(
    in relation: String, _ query: Query, _ scope: ReadScope, _ key: @Sendable (inout BinaryRow) throws -> Key
  ) async throws -> Set<Key> {
    try await withoutDuplicates().contains(relation) ? [] : set(query, scope, key)
  }

  func set<Element: Hashable & Sendable>(
    _ query: Query, _ scope: ReadScope, _ element: @Sendable (inout BinaryRow) throws -> Element
  ) async throws -> Set<Element> {
    try await copy(query, scope) { rows in
      var all: Set<Element> = []
      try rows.forEach { all.insert(try element(&$0)) }
      return all
    }
  }
}
