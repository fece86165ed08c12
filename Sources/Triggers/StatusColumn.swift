import Banking

/// What became of every candidate of a night, two bytes each: in a whole bank there are a dozen for every client.
package struct StatusColumn: Sendable {
  /// What dates are counted from.
  private let asOf: BusinessDate
  private var codes = NarrowColumn<Int64, UInt16>()

  init(asOf: BusinessDate) { self.asOf = asOf }

  mutating func append(_ status: RecommendationStatus) { codes.append(code(status)) }
}

extension StatusColumn: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { codes.count }

  package internal(set) subscript(place: Int) -> RecommendationStatus {
    get { status(codes[place]) }
    set { codes[place] = code(newValue) }
  }
}

extension StatusColumn {
  /// The case, and sixteen times the fact that goes with it.
  private func code(_ status: RecommendationStatus) -> Int64 {
    switch status {
    case .offered: 0
    case .alreadyOpen: 1
    case .controlGroup: 2
    case .contactLimit(.client): 3
    case .contactLimit(.subjects): 12
    case .capacity: 4
    case .coolingDown(let until): 5 + 16 * (Int64(until.dayNumber) - Int64(asOf.dayNumber))
    case .ineligible(.prerequisiteMissing(let product)): 6 + 16 * Int64(product ?? -1)
    case .ineligible(.excludedBy(let product)): 7 + 16 * Int64(product)
    case .ineligible(let why): 8 + 16 * Self.place(of: why, in: Self.ineligibilities)
    case .suppressed(.stage(let stage)): 9 + 16 * Self.place(of: stage, in: Self.stages)
    case .suppressed(let why): 10 + 16 * Self.place(of: why, in: Self.suppressions)
    case .belowThreshold(let threshold): 11 + 16 * Self.place(of: threshold, in: Self.thresholds)
    }
  }

  private func status(_ code: Int64) -> RecommendationStatus {
    let fact = Int(code >> 4)
    return switch code & 15 {
    case 0: .offered
    case 1: .alreadyOpen
    case 2: .controlGroup
    case 3: .contactLimit(.client)
    case 4: .capacity
    case 5: .coolingDown(until: BusinessDate(dayNumber: Int32(Int64(asOf.dayNumber) + (code >> 4))))
    case 6: .ineligible(.prerequisiteMissing(fact < 0 ? nil : Int16(fact)))
    case 7: .ineligible(.excludedBy(Int16(fact)))
    case 8: .ineligible(Self.ineligibilities[fact])
    case 9: .suppressed(.stage(Self.stages[fact]))
    case 10: .suppressed(Self.suppressions[fact])
    case 11: .belowThreshold(Self.thresholds[fact])
    default: .contactLimit(.subjects)
    }
  }

  private static let ineligibilities: [RecommendationStatus.Ineligibility] = [
    .clientLeft, .contactNotAllowed, .notSellable, .neverOffered, .turnoverTooLow, .holdingContradicts,
  ]
  private static let stages = Stage.allCases
  private static let suppressions: [RecommendationStatus.Suppression] = [.retain, .stageUnknown, .notDue]
  private static let thresholds: [RecommendationStatus.Threshold] = [.noGap, .probability, .expectedIncome]

  private static func place<Fact: Equatable>(of fact: Fact, in all: [Fact]) -> Int64 {
    Int64(all.firstIndex(of: fact) ?? 0)
  }
}
