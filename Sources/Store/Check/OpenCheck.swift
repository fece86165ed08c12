import Banking
import Policy
import Schema

/// A check that has looked at everything but the accounts and product months, which a night reads anyway.
package struct OpenCheck: Sendable {
  static let account = "account"
  static let productMonth = "product_month"
  /// Relations whose rows are judged while they are read.
  static let leftToReading = [account, productMonth]

  let scope: ReadScope
  let settings: CheckSettings
  /// Nil where the structure is not as agreed, so that no row can be looked at.
  let counter: FaultCounter?
  var rows: [String: Int64] = [:]
  var faults: [String: FaultCounter.Counts] = [:]
  var tally: ReadingTally?
  private var found: [(rule: CheckRule, count: Int64, keys: [String])] = []
  private let structure: [CheckFinding]

  init(_ scope: ReadScope, _ settings: CheckSettings, counter: FaultCounter) {
    self.scope = scope
    self.settings = settings
    self.counter = counter
    structure = []
  }

  init(_ scope: ReadScope, _ settings: CheckSettings, structure: [CheckFinding]) {
    self.scope = scope
    self.settings = settings
    self.structure = structure
    counter = nil
  }

  /// Whether what is known so far stops a night.
  package var hasErrors: Bool { !report.errors.isEmpty }

  mutating func add(_ rule: CheckRule, _ measured: (count: Int64, keys: [String])?) {
    guard let measured, measured.count > 0 else { return }
    found.append((rule, measured.count, measured.keys))
  }

  var counts: [CheckReport.RelationCount] {
    SourceRelation.all.map { relation in
      CheckReport.RelationCount(
        relation: relation.name, rows: rows[relation.name] ?? 0, quarantined: faults[relation.name]?.quarantined ?? 0,
        future: faults[relation.name]?.future ?? 0)
    }
  }

  /// What is found so far.
  var report: CheckReport {
    guard counter != nil else { return CheckReport(scope, findings: structure) }
    let counts = counts
    let findings = CheckRule.all.compactMap { rule in
      found.first { $0.rule.name == rule.name }.map { found in
        CheckFinding(
          rule: rule.name, relation: rule.relation, severity: rule.severity(counts, settings), count: found.count,
          keys: found.keys, meaning: rule.meaning, advice: rule.advice)
      }
    }
    return CheckReport(scope, findings: findings, rows: counts)
  }
}

extension CheckRule {
  /// Whether a reading tells how often the rule is broken, or how many product months there are.
  var isLeftToReading: Bool {
    if relation == OpenCheck.productMonth || escalation == .loadNote { return true }
    return switch measure {
    case .fault, .future: relation == OpenCheck.account
    case .rows(let query): ReadingTally.count(of: query) != nil || query.name == Query.checkOpeningsAtOnce.name
    }
  }
}

extension ReadingTally {
  /// Where a reading counts the rows of a rule's query; nil = it does not see them.
  static func count(of query: Query) -> KeyPath<ReadingTally, Int64>? {
    query.name == Query.checkAccountOlderThanClient.name ? \.accounts.olderThanClient : nil
  }
}

extension FaultCounter.Counts {
  /// - Parameter counts: by fault, rows that are to come among them.
  init(_ counts: [String: Int64]) {
    self.init(
      byFault: counts.filter { $0.key != FaultCounter.future }, future: counts[FaultCounter.future] ?? 0)
  }
}

extension CheckReport {
  fileprivate init(_ scope: ReadScope, findings: [CheckFinding], rows: [RelationCount] = []) {
    bank = scope.bank
    asOf = scope.asOf
    self.findings = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    rowsByRelation = rows
  }
}
