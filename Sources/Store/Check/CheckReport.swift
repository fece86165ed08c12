package import Banking

/// What the check found in one bank's snapshot.
package struct CheckReport: Sendable, Equatable {
  /// Rows of one relation.
  package struct RelationCount: Sendable, Equatable {
    package let relation: String
    /// All rows of the bank.
    package let rows: Int64
    /// Broken rows that the night leaves out.
    package let quarantined: Int64
    /// Rows dated after the as-of date, which are left out and no fault.
    package let future: Int64

    package var sound: Int64 { rows - quarantined - future }
  }

  package enum Verdict: String, Sendable {
    case sound, warnings, errors
    /// A relation of the contract is missing: nothing else could be checked.
    case relationMissing = "relation_missing"
  }

  package let bank: BankID
  package let asOf: BusinessDate
  /// Worst first, then by relation and rule.
  package let findings: [CheckFinding]
  /// Empty where the structure is not as agreed.
  package let rowsByRelation: [RelationCount]

  package var verdict: Verdict {
    if findings.contains(where: { $0.rule == CheckRule.relationMissing }) { return .relationMissing }
    switch findings.map(\.severity).max() {
    case .error: return .errors
    case .warning: return .warnings
    case .information, nil: return .sound
    }
  }

  /// Exit code of the commands.
  package var exit: Int32 {
    switch verdict {
    case .sound: 0
    case .warnings: 2
    case .errors: 65
    case .relationMissing: 66
    }
  }

  package var warnings: [CheckFinding] { findings.filter { $0.severity == .warning } }

  /// The findings that stop a night.
  package var errors: [CheckFinding] { findings.filter { $0.severity == .error } }

  /// The rules that stop a night, in a few words: each once, those of structure with the relations that break them.
  package var brokenRules: String {
    let (structure, rows) = (errors.filter(\.isOfStructure), errors.filter { !$0.isOfStructure })
    let named = CheckRule.structure.compactMap { rule -> String? in
      let broken = structure.filter { $0.rule == rule }.map(\.place).joined(separator: ", ")
      return broken.isEmpty ? nil : "\(rule): \(broken)"
    }
    return (named + (rows.isEmpty ? [] : [rows.map(\.rule).joined(separator: ", ")])).joined(separator: "; ")
  }
}

extension CheckFinding {
  fileprivate var isOfStructure: Bool { CheckRule.structure.contains(rule) }

  fileprivate var place: String {
    SourceRelation.named(relation)?.qualifiedName ?? "schema \(relation)"
  }
}
