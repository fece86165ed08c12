import Banking
package import Triggers

/// A recommendation's status as stored: a code of `xsell.status_name` and, where the fact is another product, that
/// product's position.
package struct StatusCode: Hashable, Sendable {
  package let code: Int16
  /// -1 = none.
  package let product: Int16

  package init(_ status: RecommendationStatus) {
    code = Self.code(status)
    product = status.relatedProduct ?? -1
  }

  private static func code(_ status: RecommendationStatus) -> Int16 {
    switch status {
    case .offered: 0
    case .alreadyOpen: 1
    case .coolingDown: 2
    case .controlGroup: 3
    case .contactLimit(.client): 5
    case .capacity: 6
    case .contactLimit(.subjects): 7
    case .ineligible(let why): code(why)
    case .suppressed(.retain): 20
    case .suppressed(.stageUnknown): 21
    case .suppressed(.notDue): 29
    case .suppressed(.stage(let stage)): 22 + Int16(Stage.allCases.firstIndex(of: stage) ?? 0)
    case .belowThreshold(.noGap): 30
    case .belowThreshold(.probability): 31
    case .belowThreshold(.expectedIncome): 32
    }
  }

  private static func code(_ why: RecommendationStatus.Ineligibility) -> Int16 {
    switch why {
    case .clientLeft: 10
    case .contactNotAllowed: 11
    case .notSellable: 12
    case .neverOffered: 13
    case .turnoverTooLow: 14
    case .prerequisiteMissing: 15
    case .excludedBy: 16
    case .holdingContradicts: 17
    }
  }
}
