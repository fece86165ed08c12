import Banking
import Testing

@testable import Triggers

@Suite("Statuses of a night")
struct StatusColumnTests {
  private static let asOf = BusinessDate(dayNumber: 9_677)

  private static var all: [RecommendationStatus] {
    let ineligible: [RecommendationStatus.Ineligibility] = [
      .clientLeft, .contactNotAllowed, .notSellable, .neverOffered, .turnoverTooLow, .holdingContradicts,
      .prerequisiteMissing(nil), .prerequisiteMissing(0), .prerequisiteMissing(14), .prerequisiteMissing(.max),
      .excludedBy(3), .excludedBy(.max),
    ]
    let dates = [0, 1, 90, 4_094, 4_095, 4_096, 1_000_000, -1, -400].map { asOf.advanced(byDays: $0) }
    return [.offered, .alreadyOpen, .controlGroup, .contactLimit(.client), .contactLimit(.subjects), .capacity]
      + ineligible.map { .ineligible($0) } + Stage.allCases.map { .suppressed(.stage($0)) }
      + [.suppressed(.retain), .suppressed(.stageUnknown), .suppressed(.notDue)]
      + [.belowThreshold(.noGap), .belowThreshold(.probability), .belowThreshold(.expectedIncome)]
      + dates.map { .coolingDown(until: $0) }
      + [.coolingDown(until: BusinessDate(dayNumber: .max)), .coolingDown(until: BusinessDate(dayNumber: .min))]
  }

  @Test("Every status comes out as it went in, and as it was changed")
  func exact() {
    var column = StatusColumn(asOf: Self.asOf)
    for status in Self.all { column.append(status) }
    #expect(Array(column) == Self.all)
    for place in Self.all.indices { column[place] = Self.all[Self.all.count - 1 - place] }
    #expect(Array(column) == Self.all.reversed())
  }
}
