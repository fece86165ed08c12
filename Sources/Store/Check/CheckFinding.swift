/// A rule that is broken.
package struct CheckFinding: Sendable, Equatable {
  /// Name of the rule; programs may rely on it.
  package let rule: String
  /// Without schema.
  package let relation: String
  package let severity: CheckSeverity
  /// Rows, or for rules about relations and columns, those.
  package let count: Int64
  /// Up to five of them by key: numbers and codes, never names or amounts of clients.
  package let keys: [String]
  /// What is wrong and what becomes of it, without a full stop.
  package let meaning: String
  /// What to do, in the imperative, without a full stop; empty where there is nothing to do.
  package let advice: String
}
