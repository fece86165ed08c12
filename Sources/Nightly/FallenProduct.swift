import Banking
import Features
import LifeCycle

/// The product that a client's fall comes from, where it is one: what a manager is to ask about.
struct FallenProduct: Equatable {
  let product: Int16
  /// First day without it; nil = it is held still.
  let endedOn: BusinessDate?
}

extension FallenProduct {
  /// What a product brought or did a month in the nine months before the last three, or those that the client was there for,
  /// and in these.
  private typealias Level = (holding: Holding, before: Double, now: Double)

  /// The product that lost most, where that makes up half of what all that lost something lost.
  /// - Parameters:
  ///   - since: the fall's first month, where it can be told.
  ///   - ended: what is left out of a fall of income, which does not come from it.
  init?(_ table: FeatureTable, client: Int, measure: LevelChange.Measure, since: Month?, but ended: EndedIncome) {
    let levels = Self.levels(table, client, measure).filter {
      measure == .operations || !ended.leavesOut(Int($0.holding.product))
    }
    let lost = levels.reduce(0) { $0 + max(0, $1.before - $1.now) }
    guard let most = levels.max(by: { $0.before - $0.now < $1.before - $1.now }), most.before > most.now,
      most.before - most.now >= lost / 2
    else { return nil }
    product = most.holding.product
    if most.holding.isHeld {
      guard Self.isAlone(most, of: levels, table.billing) else { return nil }
      endedOn = nil
    } else {
      guard let end = Self.end(most.holding, of: client, table.snapshot, since: since) else { return nil }
      endedOn = end
    }
  }

  private static func levels(_ table: FeatureTable, _ client: Int, _ measure: LevelChange.Measure) -> [Level] {
    let earlier = Double(table.figures[client].observed12 - 3)
    guard earlier > 0 else { return [] }
    return table.snapshot.holdings(of: client).map { holding in
      switch measure {
      case .income:
        (holding, Double(holding.income12 - holding.income3) / earlier, Double(holding.income3) / 3)
      case .operations:
        (holding, Double(holding.operations12 - holding.operations3) / earlier, Double(holding.operations3) / 3)
      }
    }
  }

  /// One that is held still must have lost half of its own, and the others at most a quarter of theirs: what all of them lost
  /// is the client's season, or its business. A yearly fee is no income that stopped.
  private static func isAlone(_ most: Level, of levels: [Level], _ billing: BillingCycles) -> Bool {
    let others = levels.reduce((before: -most.before, now: -most.now)) { ($0.before + $1.before, $0.now + $1.now) }
    return billing[Int(most.holding.product)] <= 3 && most.now <= most.before / 2
      && others.before - others.now <= abs(others.before) / 4
  }

  /// One that ended must have done so when the fall began, give or take a quarter, and not because the bank moved it to another
  /// product that week.
  private static func end(_ holding: Holding, of client: Int, _ snapshot: Snapshot, since: Month?) -> BusinessDate? {
    guard let end = snapshot.spells(of: holding).compactMap(\.end).max(),
      since.map({ abs(end.calendarMonth.months(since: $0)) <= 3 }) ?? true
    else { return nil }
    let isMoved = snapshot.holdings(of: client).contains { other in
      snapshot.spells(of: other).contains { spell in
        !spell.isChosen && spell.start.map { abs($0.dayNumber - end.dayNumber) <= 7 } ?? false
      }
    }
    return isMoved ? nil : end
  }
}
