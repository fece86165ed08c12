/// The MEDDIC check-list of a qualified sale (Jack Napoli and Dick Dunkel at PTC, 1996): what a manager should know before
/// time goes into it.
package enum QualificationItem: String, Sendable, CaseIterable {
  /// What it is worth to the client, in numbers.
  case metrics
  /// Who decides on the money is known.
  case economicBuyer = "economic_buyer"
  /// By what the client compares.
  case decisionCriteria = "decision_criteria"
  /// How and by when it decides.
  case decisionProcess = "decision_process"
  /// What hurts if nothing changes.
  case identifiedPain = "identified_pain"
  /// Somebody at the client's who wants it.
  case champion
}
