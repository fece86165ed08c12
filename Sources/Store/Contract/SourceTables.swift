package import PostgresKit
import Schema

/// The contract's own tables, for banks without a warehouse to lay views over.
package struct SourceTables: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Creates what is missing; what is there stays as it is. Another run that does so, or migrates, is waited for.
  /// - Returns: what was created.
  @discardableResult
  package func create() async throws -> [SourceRelation] {
    try await Migrator.alone(on: connection) {
      let missing = try await missing()
      guard !missing.isEmpty else { return [] }
      try await connection.script(Schema.sourceContract, label: "schema source")
      return missing
    }
  }

  /// Relations of the contract that the database lacks, in the contract's order.
  package func missing() async throws -> [SourceRelation] {
    let kinds = try await kinds()
    return SourceRelation.all.filter { kinds[$0.name] == nil }
  }

  /// `pg_class.relkind` by relation.
  func kinds() async throws -> [String: String] {
    let rows = try await connection.many(
      Statement(.sourceColumns, .textArray(SourceRelation.all.map(\.name))) { row in
        (relation: try row.decode("relation", as: String.self), kind: try row.decode("kind", as: String.self))
      }, limit: 12_000)
    return Dictionary(rows.map { ($0.relation, $0.kind) }) { first, _ in first }
  }
}
