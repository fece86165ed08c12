import Banking
package import Triggers

extension RecommendationStatus {
  /// One of each.
  package static let every: [RecommendationStatus] =
    [
      .offered, .alreadyOpen, .coolingDown(until: BusinessDate(dayNumber: 9700)), .controlGroup,
      .contactLimit(.client), .contactLimit(.subjects), .capacity, .suppressed(.retain), .suppressed(.stageUnknown),
      .suppressed(.notDue),
      .belowThreshold(.noGap),
      .belowThreshold(.probability), .belowThreshold(.expectedIncome), .ineligible(.clientLeft),
      .ineligible(.contactNotAllowed), .ineligible(.notSellable), .ineligible(.neverOffered),
      .ineligible(.turnoverTooLow), .ineligible(.prerequisiteMissing(1)), .ineligible(.excludedBy(1)),
      .ineligible(.holdingContradicts),
    ] + Stage.allCases.map { .suppressed(.stage($0)) }
}
