import PostgresKit
import Schema

extension SourceCheck {
  private struct FoundColumn: Sendable {
    let relation: String
    let name: String?
    let type: String?
  }

  /// Relations and columns that are not as the contract says. Where there are any, no row can be looked at.
  func structureFindings() async throws -> [CheckFinding] {
    let columns = try await connection.many(
      Statement(.sourceColumns, .textArray(SourceRelation.all.map(\.name))) { row in
        FoundColumn(
          relation: try row.decode("relation"), name: try row.decode("column_name"), type: try row.decode("type_name"))
      }, limit: 12_000)
    guard !columns.isEmpty else { return [.schemaMissing] }
    return SourceRelation.all.compactMap { missing($0, columns) }
      + SourceRelation.all.flatMap { differing($0, columns.filter { [name = $0.name] in $0.relation == name }) }
  }

  private func missing(_ relation: SourceRelation, _ columns: [FoundColumn]) -> CheckFinding? {
    guard !columns.contains(where: { $0.relation == relation.name }) else { return nil }
    return CheckFinding(
      rule: CheckRule.relationMissing, relation: relation.name, severity: .error, count: 1,
      keys: [relation.qualifiedName], meaning: "the relation is missing",
      advice: "create it as a view over the warehouse, or as a table with xsell migrate --source")
  }

  private func differing(_ relation: SourceRelation, _ found: [FoundColumn]) -> [CheckFinding] {
    guard !found.isEmpty else { return [] }
    let missing = relation.columns.filter { column in !found.contains { $0.name == column.name } }
    let wrong = relation.columns.compactMap { column -> String? in
      guard let type = found.first(where: { $0.name == column.name })?.type,
        !column.type.acceptedNames.contains(type)
      else { return nil }
      return "\(column.name): \(type) instead of \(column.type.contractName)"
    }
    return [
      finding(
        CheckRule.columnMissing, relation, missing.map(\.name), "columns of the contract are missing",
        "add them to the view or table; null where the bank does not know"),
      finding(
        CheckRule.columnType, relation, wrong, "columns have another type than the contract says",
        "cast them in the view"),
    ].compactMap { $0 }
  }

  private func finding(
    _ rule: String, _ relation: SourceRelation, _ keys: [String], _ meaning: String, _ advice: String
  ) -> CheckFinding? {
    guard !keys.isEmpty else { return nil }
    return CheckFinding(
      rule: rule, relation: relation.name, severity: .error, count: Int64(keys.count), keys: keys, meaning: meaning,
      advice: advice)
  }
}

extension CheckFinding {
  /// All relations at once: said once.
  fileprivate static let schemaMissing = CheckFinding(
    rule: CheckRule.relationMissing, relation: "source", severity: .error, count: Int64(SourceRelation.all.count),
    keys: SourceRelation.all.prefix(5).map(\.qualifiedName),
    meaning: "schema source has none of the contract's relations",
    advice: "create them with xsell migrate --source, or as views over the warehouse, or name another database")
}
