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
  private var income: Money? { night.table.figures[trigger.clientIndex].monthlyIncome }

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
    case .call(let call):
      facts.typical = call.candidate.kind == .retain ? income : call.candidate.typicalIncome
      facts.former = call.candidate.kind == .winBack ? call.candidate.typicalIncome : nil
      facts.products = call.products.map { name($0.product) }
      facts.since = call.candidate.since?.description
    }
    return facts
  }

  var reason: JSONValue {
    let factors = trigger.factors
    let members: [(key: String, value: JSONValue)] = [
      ("probability", .number(factors.probability)), ("value", .number(factors.value)),
      ("context", .number(factors.context)), ("lever", .number(factors.lever)),
      ("conversion", .number(factors.conversion.total)),
      (
        "conversion_by",
        .object([
          ("kind", .number(factors.conversion.kind)), ("product", .number(factors.conversion.product)),
          ("profile", .number(factors.conversion.profile)), ("manager", .number(factors.conversion.manager)),
        ])
      ),
      ("stage", .string(assessment?.stage.rawValue)),
    ]
    switch ground {
    case .gap(let recommendation): return .object(members + gap(recommendation))
    case .call(let call): return .object(members + reason(of: call))
    }
  }

  /// Why the product is missed, and what it is worth.
  private func gap(_ recommendation: Recommendation) -> [(key: String, value: JSONValue)] {
    let cohort = Int(night.cohorts.ofClient[trigger.clientIndex])
    let identity = night.identities[recommendation.profile]
    let usage = night.ideals.usage(
      cohort: cohort, profile: recommendation.profile, product: recommendation.product)?.usage
    return [
      ("basis", .string(night.adoption.model.basis.rawValue)),
      ("horizon_months", .integer(night.settings.night.horizonMonths)),
      ("cohort_level", .string(night.cohorts.all[cohort].level.rawValue)),
      ("profile_id", .integer(identity.id)),
      ("profile", .string(identity.name)), ("pinned", .boolean(identity.isPinned)),
      ("median_income", .money(usage?.typicalIncome)),
      ("reference_members", .integer(recommendation.penetration.referenceMembers)),
      ("reference_holders", .integer(recommendation.penetration.holders)),
      ("penetration", .number(recommendation.penetration.value)),
      ("typical_income", .money(recommendation.estimate?.typical)),
      ("income_low", .money(recommendation.estimate?.low)), ("income_high", .money(recommendation.estimate?.high)),
    ]
  }

  private func reason(of call: ClientCall) -> [(key: String, value: JSONValue)] {
    let candidate = call.candidate
    switch candidate.kind {
    case .retain: return assessment.map { fall($0) } ?? []
    case .winBack:
      return [
        ("since", .string(candidate.since?.description)), ("usual_income", .money(candidate.typicalIncome)),
        ("silent_months", .integer(assessment?.silentMonths)),
      ]
    case .welcome:
      return [
        ("since", .string(candidate.since?.description)), ("typical_income", .money(candidate.typicalIncome)),
        (
          "products",
          .array(call.products.map { .string(night.snapshot.catalogue[$0.product].code.rawValue) })
        ),
      ]
    case .renew, .returned, .offer, .activate, .deepen:
      return [
        ("since", .string(candidate.since?.description)), ("typical_income", .money(candidate.typicalIncome)),
        ("monthly_income", .money(income)),
      ]
    }
  }

  /// Why the client is to be kept.
  private func fall(_ assessment: StageAssessment) -> [(key: String, value: JSONValue)] {
    [
      ("monthly_income", .money(income)), ("usual_income", .money(assessment.change?.usualIncome)),
      ("measure", .string(assessment.change?.measure.rawValue)), ("fell_by", .number(assessment.fellBy)),
      ("compared_with", .string(assessment.change?.basis.rawValue)),
      ("since", .string(assessment.since?.description)), ("silent_months", .integer(assessment.silentMonths)),
    ]
  }
}
