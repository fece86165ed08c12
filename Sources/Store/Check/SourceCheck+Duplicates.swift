import PostgresKit
import Schema

extension SourceCheck {
  /// Fills `pg_temp.duplicate_*`; the relations in which no key stands twice.
  func findDuplicates() async throws -> Set<String> {
    try await connection.script(Query.checkTables.sql, label: Query.checkTables.name)
    let unique = try await uniqueKeys()
    var withoutDuplicates: Set<String> = []
    for search in DuplicateSearch.all {
      let isProven = search.keys.allSatisfy { key in
        unique.contains { $0.relation == search.relation && $0.columns.isSubset(of: key) && !$0.columns.isEmpty }
      }
      let found =
        isProven ? 0 : try await connection.execute(Statement<Void>(search.query, timeout: Self.timeout))
      if found == 0 { withoutDuplicates.insert(search.relation) }
    }
    return withoutDuplicates
  }

  private func uniqueKeys() async throws -> [(relation: String, columns: Set<String>)] {
    try await connection.many(
      Statement(.sourceUniqueKeys) { row in
        (
          relation: try row.decode("relation", as: String.self),
          columns: Set(try row.decode("columns", as: [String].self))
        )
      }, limit: 1000)
  }
}

/// How duplicates of a relation are looked for, and the keys whose unique indexes prove that there are none.
private struct DuplicateSearch: Sendable {
  let relation: String
  let keys: [Set<String>]
  let query: Query

  static let all = [
    DuplicateSearch(
      relation: "client", keys: [["bank_id", "client_id"], ["bank_id", "client_no"]], query: .fillDuplicateClient),
    DuplicateSearch(relation: "account", keys: [["bank_id", "account_id"]], query: .fillDuplicateAccount),
    DuplicateSearch(
      relation: "product_month", keys: [["bank_id", "client_id", "product_code", "month"]],
      query: .fillDuplicateProductMonth),
  ]
}
