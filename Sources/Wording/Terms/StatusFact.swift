/// The fact behind a status that has several. Raw values as in `reason.status_fact` of `xsell.recommendation`, where the
/// words of `Stage` stand beside them.
package enum StatusFact: String, Sendable, CaseIterable {
  // Of `ineligible`.
  case clientLeft = "client_left"
  case contactNotAllowed = "contact_not_allowed"
  case notSellable = "not_sellable"
  case neverOffered = "never_offered"
  case turnoverTooLow = "turnover_too_low"
  case prerequisiteMissing = "prerequisite_missing"
  case excludedBy = "excluded_by"
  case holdingContradicts = "holding_contradicts"
  // Of `suppressed`, beside the stages at which nothing is offered.
  case retain
  case stageUnknown = "stage_unknown"
  case notDue = "not_due"
  // Of `contact_limit`, where it is not the client's number of conversations.
  case subjects
  // Of `below_threshold`.
  case noGap = "no_gap"
  case probability
  case expectedIncome = "expected_income"
}
