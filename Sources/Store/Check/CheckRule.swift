import Policy
import Schema

/// A rule of the source contract. What it measures stands in a query of `schema/queries`.
struct CheckRule: Sendable {
  enum Measure: Sendable {
    /// Rows with this fault of `faults_<relation>.sql`; all faults of a relation are counted in one pass.
    case fault
    /// Rows of `faults_<relation>.sql` that are dated after the as-of date.
    case future
    /// Rows of a query.
    case rows(Query)
  }

  /// When the severity is another one.
  enum Escalation: Sendable {
    case never
    /// An error when more than the allowed share of the relation is set aside.
    case quarantineShare
    /// An error when the policy demands load notes.
    case loadNote
  }

  let name: String
  let relation: String
  let severity: CheckSeverity
  let measure: Measure
  let meaning: String
  let advice: String
  var escalation = Escalation.never
  /// A relation with schema, outside the contract, without which the rule says nothing.
  var needs: String?

  func severity(_ rows: [CheckReport.RelationCount], _ settings: CheckSettings) -> CheckSeverity {
    switch escalation {
    case .never: return severity
    case .loadNote: return settings.requireLoadNote ? .error : severity
    case .quarantineShare:
      guard let relation = rows.first(where: { $0.relation == self.relation }) else { return severity }
      let share = Double(relation.quarantined) / Double(max(1, relation.rows - relation.future))
      return share > settings.quarantineShare ? .error : severity
    }
  }

  /// Rules of structure, which come before all others.
  static let relationMissing = "relation_missing"
  static let columnMissing = "column_missing"
  static let columnType = "column_type"
  static let structure = [relationMissing, columnMissing, columnType]

  /// Every rule about rows, in the order of the relations.
  static let all = bank + manager + product + client + account + productMonth + load

  /// A broken row is set aside.
  static func fault(
    _ name: String, _ relation: String, _ meaning: String, _ advice: String,
    escalation: Escalation = .quarantineShare
  ) -> CheckRule {
    CheckRule(
      name: name, relation: relation, severity: .warning, measure: .fault, meaning: meaning, advice: advice,
      escalation: escalation)
  }

  static func rows(
    _ name: String, _ relation: String, _ severity: CheckSeverity, _ query: Query, _ meaning: String,
    _ advice: String = "", escalation: Escalation = .never, needs: String? = nil
  ) -> CheckRule {
    CheckRule(
      name: name, relation: relation, severity: severity, measure: .rows(query), meaning: meaning, advice: advice,
      escalation: escalation, needs: needs)
  }

  static func future(_ name: String, _ relation: String, _ meaning: String) -> CheckRule {
    CheckRule(
      name: name, relation: relation, severity: .information, measure: .future, meaning: meaning, advice: "")
  }
}
