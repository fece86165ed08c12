import PostgresKit
import Schema

extension Query {
  static func stage(_ relation: SourceRelation) -> String { stage(relation.name, dates: relation.dates) }

  fileprivate static func unstage(_ relation: SourceRelation, columns: [String]) -> String {
    unstage(relation.name, columns: columns, dates: relation.dates)
  }
}

extension SourceRelation {
  fileprivate var dates: [String] { columns.filter { $0.type == .date }.map(\.name) }
}

extension SourceLoad {
  /// Puts the staged rows in the place of the banks' old ones.
  func replace(_ pack: PackFolder, _ headers: [PackHeader], _ banks: [String]) async throws -> LoadReport {
    var relations: [LoadReport.Relation] = []
    for relation in SourceRelation.all {
      onEvent(.writing(relation: relation.name))
      let replaced = try await connection.execute(
        Statement<Void>(
          relation.qualifiedName, Query.clear(relation.name), .textArray(banks), timeout: .unlimited))
      let staged = zip(pack.files, headers).first { file, _ in file.relation.name == relation.name }
      var rows = 0
      if let (file, header) = staged { rows = try await insert(file, header) }
      relations.append(
        LoadReport.Relation(name: relation.name, file: staged?.0.name, rows: rows, replaced: replaced))
    }
    return LoadReport(banks: banks, relations: relations)
  }

  private func insert(_ file: PackFile, _ header: PackHeader) async throws -> Int {
    let relation = file.relation
    try await connection.execute(Statement<Void>("savepoint", "savepoint insertion"))
    do {
      return try await connection.execute(
        Statement<Void>(
          relation.qualifiedName, Query.unstage(relation, columns: header.columns), timeout: .unlimited))
    } catch PostgresError.server(let error) where error.sqlState == .uniqueViolation {
      try await connection.execute(Statement<Void>("savepoint", "rollback to savepoint insertion"))
      throw try await duplicate(file, constraint: error.constraint ?? "")
    }
  }

  /// Which key stands more than once, and where first.
  private func duplicate(_ file: PackFile, constraint: String) async throws -> SourceLoadError {
    let relation = file.relation.name
    let key =
      try await connection.optional(
        Statement<[String]>(
          relation, Query.constraintColumns(relation), .text(constraint)
        ) { try $0.decode("columns") }) ?? file.relation.key
    let rows = try await connection.optional(
      Statement<[Int64]>(
        relation, Query.stagedDuplicate(relation, key: key), timeout: .unlimited
      ) { try $0.decode("places") })
    return .duplicateKey(file: file.name, key: key, rows: rows ?? [])
  }
}
