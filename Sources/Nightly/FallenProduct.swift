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
  /// The product that lost most from the nine months before the last three to these, where it makes up half of what all that
  /// lost something lost. One that is held still must have lost half of its own, and the others at most a quarter
  /// of theirs: what all of them lost is the client's season, or its business. One that ended must have ended when the
  /// fall began, give or take a quarter.
  /// Nil where there is none such.
  /// - Parameter since: the fall's first month, where it can be told.
  init?(_ table: FeatureTable, client: Int, measure: LevelChange.Measure, since: Month?) {
    let snapshot = table.snapshot
    let earlier = Double(min(9, snapshot.monthsOfHistory - 3))
    guard earlier > 0 else { return nil }
    // A month, before and now.
    let levels = snapshot.holdings(of: client).map { holding -> (holding: Holding, before: Double, now: Double) in
      switch measure {
      case .income:
        (holding, Double(holding.income12 - holding.income3) / earlier, Double(holding.income3) / 3)
      case .operations:
        (holding, Double(holding.operations12 - holding.operations3) / earlier, Double(holding.operations3) / 3)
      }
    }
    guard let most = levels.max(by: { $0.before - $0.now < $1.before - $1.now }), most.before > most.now else {
      return nil
    }
    let lost = levels.reduce(0) { $0 + max(0, $1.before - $1.now) }
    guard most.before - most.now >= lost / 2 else { return nil }
    let holding = most.holding
    product = holding.product
    if holding.isHeld {
      let others = levels.reduce((before: -most.before, now: -most.now)) { ($0.before + $1.before, $0.now + $1.now) }
      // A yearly fee is no income that stopped.
      guard table.billing[Int(holding.product)] <= 3, most.now <= most.before / 2, others.now >= others.before * 0.75
      else { return nil }
      endedOn = nil
    } else {
      guard let end = holding.spells.compactMap({ snapshot.spells[Int($0)].end }).max(),
        since.map({ abs(end.calendarMonth.months(since: $0)) <= 3 }) ?? true
      else { return nil }
      endedOn = end
    }
  }
}
