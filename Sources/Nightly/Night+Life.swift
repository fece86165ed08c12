import Banking
import Cohorts
import IdealProfiles
import LifeCycle
import Store

extension Night {
  /// What each kind of client earns over its life; nothing where no length of life can be told.
  var lifeValueFacts: [LifeValueFact] {
    guard let life else { return [] }
    let identities = identities
    return life.groups(
      snapshot, stages: stages, profiles: ideals.scoring.profile.map { Int16($0) }, profileCount: identities.count
    ).map { group in
      LifeValueFact(
        dimension: group.dimension.rawValue, key: group.profile.map { String(identities[$0].id) } ?? group.key,
        clients: group.clients, meanIncome: group.meanMonthlyIncome, topFifthShare: group.topFifthShare,
        expectedMonths: group.expectedMonths, lifeValue: group.lifeValue, acquisitionCost: group.acquisitionCost)
    }
  }

  var survivalFacts: [SurvivalFact] {
    guard let life else { return [] }
    return life.survival.curves.enumerated().map { cohort, curve in
      let months = 1...max(1, curve.hazard.count)
      func padded(_ counts: [Double]) -> [Float] { months.map { $0 <= counts.count ? Float(counts[$0 - 1]) : 0 } }
      return SurvivalFact(
        cohort: cohort, atRisk: padded(curve.atRisk), events: padded(curve.ended),
        survival: months.map { Float(curve.survival($0)) })
    }
  }
}

extension ClientResult.Life {
  init(_ life: ClientLife) {
    self.init(expectedMonths: Float(life.expectedMonths), value: life.value, low: life.low, high: life.high)
  }
}
