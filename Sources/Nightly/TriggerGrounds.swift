import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Policy
import Potential
import Triggers
import Wording

/// Everything that a raised trigger rests on, for its headline and for its reason.
struct TriggerGrounds {
  let trigger: RaisedTrigger
  let ground: TriggerRound.Ground
  let night: Night

  init(_ trigger: RaisedTrigger, _ ground: TriggerRound.Ground, _ night: Night) {
    self.trigger = trigger
    self.ground = ground
    self.night = night
  }

  private var assessment: StageAssessment? { night.stages[trigger.clientIndex] }
  private var income: Money? { night.table.income(of: trigger.clientIndex) }

  private func name(_ product: Int) -> String { night.snapshot.catalogue[product].name }

  var facts: TriggerFacts {
    let product = trigger.product.flatMap { night.snapshot.catalogue.index(of: $0) }
    var facts = TriggerFacts(
      identifier: trigger.id.description, kind: .init(trigger.kind), state: .init(.open), clientName: "",
      clientNumber: "", productName: product.map { name($0) }, priority: trigger.priority,
      currency: night.snapshot.bank.currency, raisedOn: trigger.raisedOn, validUntil: trigger.validUntil)
    facts.expected = trigger.expectedIncome
    facts.stage = assessment.map { .init($0.stage) }
    switch ground {
    case .gap(let recommendation):
      facts.typical = recommendation.estimate?.typical
      facts.referenceMembers = recommendation.penetration.referenceMembers
      facts.referenceHolders = recommendation.penetration.holders
      facts.penetration = recommendation.penetration.value
    case .call(let call):
      facts.typical = call.candidate.typicalIncome
      facts.former = call.candidate.kind == .winBack ? call.candidate.typicalIncome : nil
      facts.products = call.products.map { name($0.product) }
      facts.since = call.candidate.since?.description
    }
    return facts
  }

  /// Number of the layout, then the values in the order in which `xsell.reason` names them.
  var reason: JSONValue {
    let factors = trigger.factors
    let conversion = factors.conversion
    let values: [JSONValue] = [
      .number(factors.probability), .number(factors.value), .number(factors.context), .number(factors.lever),
      .number(conversion.total),
      .array(
        [conversion.kind, conversion.product, conversion.profile, conversion.manager].map { .number($0) }),
      .string(assessment?.stage.rawValue),
    ]
    switch ground {
    case .gap(let recommendation): return .array([.integer(1)] + values + gap(recommendation))
    case .call(let call):
      let (layout, facts) = facts(of: call)
      return .array([.integer(layout)] + values + facts)
    }
  }

  /// Why the product is missed, and what it is worth.
  private func gap(_ recommendation: Recommendation) -> [JSONValue] {
    let cohort = Int(night.cohorts.ofClient[trigger.clientIndex])
    let identity = night.identities[recommendation.profile]
    let penetration = recommendation.penetration
    let usage = night.ideals.usage(
      cohort: cohort, profile: recommendation.profile, product: recommendation.product)?.usage
    return [
      .string(night.adoption.model.basis.rawValue), .integer(night.settings.night.horizonMonths),
      .string(night.cohorts.all[cohort].level.rawValue), .integer(identity.id), .string(identity.name),
      .boolean(identity.isPinned), .money(usage?.typicalIncome), .integer(penetration.referenceMembers),
      .integer(penetration.holders), .number(penetration.value), .money(recommendation.estimate?.typical),
      .money(recommendation.estimate?.low), .money(recommendation.estimate?.high),
    ]
  }

  private func facts(of call: ClientCall) -> (layout: Int, values: [JSONValue]) {
    let candidate = call.candidate
    let since = JSONValue.string(candidate.since?.description)
    switch candidate.kind {
    case .retain:
      let change = assessment?.change
      let fallen = change.flatMap {
        FallenProduct(
          night.table, client: trigger.clientIndex, measure: $0.measure, since: assessment?.since,
          but: night.lives.norms.ended)
      }
      return (
        2,
        [
          .money(income), .money(change?.usualIncome), .string(change?.measure.rawValue), .number(assessment?.fellBy),
          .string(change?.basis.rawValue), .string(assessment?.since?.description), .integer(assessment?.silentMonths),
          .string(fallen.map { night.snapshot.catalogue[Int($0.product)].code.rawValue }),
          .string(fallen?.endedOn?.description),
        ]
      )
    case .winBack: return (3, [since, .money(candidate.typicalIncome), .integer(assessment?.silentMonths)])
    case .welcome:
      let products = call.products.map { JSONValue.string(night.snapshot.catalogue[$0.product].code.rawValue) }
      return (4, [since, .money(candidate.typicalIncome), .array(products)])
    case .renew:
      let accounts = [call.accounts?.maturing, call.accounts?.open].map { JSONValue.integer($0) }
      return (6, [since, .money(candidate.typicalIncome), .money(income)] + accounts)
    case .returned, .offer, .activate, .deepen:
      return (5, [since, .money(candidate.typicalIncome), .money(income)])
    }
  }
}
