import Banking
package import Policy
package import PostgresKit
import Schema

/// Checks the source contract and the data of one bank, inside a read-write transaction that the caller holds
/// (repeatable read, so that check and reading see one moment). It leaves the temporary tables `pg_temp.duplicate_*`
/// behind, which the reading joins, for the rest of the transaction.
package struct SourceCheck: Sendable {
  let connection: PostgresConnection
  /// A rule may scan the whole history of a bank.
  static let timeout = StatementTimeout.after(.seconds(3600))

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// Everything there is to find. Throws only what the database throws.
  package func report(_ scope: ReadScope, settings: CheckSettings) async throws -> CheckReport {
    let structure = try await structureFindings()
    guard structure.isEmpty else { return CheckReport(scope, findings: structure) }
    try await bind(scope.settings)
    let withoutDuplicates = try await findDuplicates()
    let counter = FaultCounter(connection, withoutDuplicates: withoutDuplicates)
    let rows = try await rowCounts(scope)
    var faults: [String: FaultCounter.Counts] = [:]
    for relation in FaultCounter.relations { faults[relation] = try await counter.counts(relation) }
    let counts = SourceRelation.all.map { relation in
      CheckReport.RelationCount(
        relation: relation.name, rows: rows[relation.name] ?? 0, quarantined: faults[relation.name]?.quarantined ?? 0,
        future: faults[relation.name]?.future ?? 0)
    }
    try await bind(comparisons(counts, settings))
    var findings: [CheckFinding] = []
    for rule in CheckRule.all {
      guard let found = try await measure(rule, faults, counter), found.count > 0 else { continue }
      findings.append(
        CheckFinding(
          rule: rule.name, relation: rule.relation, severity: rule.severity(counts, settings), count: found.count,
          keys: found.keys, meaning: rule.meaning, advice: rule.advice))
    }
    return CheckReport(scope, findings: findings, rows: counts)
  }

  /// How often a rule is broken, and a few keys; nil where the rule does not apply.
  private func measure(
    _ rule: CheckRule, _ faults: [String: FaultCounter.Counts], _ counter: FaultCounter
  ) async throws -> (count: Int64, keys: [String])? {
    switch rule.measure {
    case .fault:
      let count = faults[rule.relation]?.byFault[rule.name] ?? 0
      return (count, count == 0 ? [] : try await counter.sample(rule))
    case .future: return (faults[rule.relation]?.future ?? 0, [])
    case .rows(let query):
      if let needed = rule.needs, try await !exists(needed) { return nil }
      let count = try await counter.count(query)
      return (count, count == 0 ? [] : try await counter.sample(query))
    }
  }
}

extension SourceCheck {
  private func bind(_ settings: [String: String]) async throws {
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
      try await connection.one(
        Statement("settings", "select set_config($1, $2, true)", .text(name), .text(value)) { _ in })
    }
  }

  /// What the rules about load notes, a shrinking client base and the as-of date compare with.
  private func comparisons(
    _ counts: [CheckReport.RelationCount], _ settings: CheckSettings
  ) -> [String: String] {
    let rows = counts.map { "\"\($0.relation)\": \($0.rows)" }.joined(separator: ", ")
    return [
      "xsell.row_counts": "{\(rows)}",
      "xsell.sound_clients": String(counts.first { $0.relation == "client" }?.sound ?? 0),
      "xsell.shrink_warning": String(settings.shrinkWarningShare),
      "xsell.shrink_error": String(settings.shrinkErrorShare),
      "xsell.maximum_days_ahead": String(settings.maximumDaysAhead),
    ]
  }

  private func rowCounts(_ scope: ReadScope) async throws -> [String: Int64] {
    let rows = try await connection.many(
      Statement(.countSourceRows, .text(scope.bank.rawValue), timeout: Self.timeout) { row in
        (relation: try row.decode("relation", as: String.self), count: try row.decode("row_count", as: Int64.self))
      }, limit: SourceRelation.all.count)
    return Dictionary(rows.map { ($0.relation, $0.count) }) { first, _ in first }
  }

  private func exists(_ relation: String) async throws -> Bool {
    try await connection.one(
      Statement(relation, "select to_regclass($1) is not null", .text(relation)) { try $0.decode(0) })
  }
}

extension CheckReport {
  fileprivate init(
    _ scope: ReadScope, findings: [CheckFinding], rows: [RelationCount] = []
  ) {
    bank = scope.bank
    asOf = scope.asOf
    self.findings = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    rowsByRelation = rows
  }
}
