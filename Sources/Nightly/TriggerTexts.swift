import Banking
import Cohorts
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Policy
import Potential
import Triggers
package import Wording

/// Words the triggers that a night raises: the headline in the bank's language, and every fact behind it.
package struct TriggerTexts: Sendable {
  private let language: any Language

  package init(language: any Language) { self.language = language }

  func texts(of night: Night) -> [(headline: String, reason: String)] {
    night.decisions.raise.map { trigger in
      let recommendation =
        trigger.kind == .retain
        ? nil : night.recommender.recommendations(of: trigger.clientIndex)[trigger.candidateIndex]
      return (
        headline: language.headline(facts(trigger, recommendation, night)),
        reason: JSONWriter.compact(reason(trigger, recommendation, night))
      )
    }
  }

  private func facts(_ trigger: RaisedTrigger, _ recommendation: Recommendation?, _ night: Night) -> TriggerFacts {
    let product = trigger.product.flatMap { night.snapshot.catalogue.index(of: $0) }
    var facts = TriggerFacts(
      identifier: trigger.id.description, kind: .init(trigger.kind.rawValue), state: .init("open"), clientName: "",
      clientNumber: "", productName: product.map { night.snapshot.catalogue[$0].name }, priority: trigger.priority,
      currency: night.snapshot.bank.currency, raisedOn: trigger.raisedOn, validUntil: trigger.validUntil)
    facts.typical = recommendation?.estimate?.typical
    facts.expected = trigger.expectedIncome
    facts.stage = night.stages[trigger.clientIndex].map { .init($0.stage.rawValue) }
    if let recommendation {
      facts.referenceMembers = recommendation.penetration.referenceMembers
      facts.referenceHolders = recommendation.penetration.holders
    } else {
      facts.typical = night.table.figures[trigger.clientIndex].monthlyIncome
    }
    return facts
  }

  private func reason(_ trigger: RaisedTrigger, _ recommendation: Recommendation?, _ night: Night) -> JSONValue {
    let assessment = night.stages[trigger.clientIndex]
    let members: [(key: String, value: JSONValue)] = [
      ("probability", .number(trigger.factors.probability)), ("value", .number(trigger.factors.value)),
      ("context", .number(trigger.factors.context)), ("lever", .number(trigger.factors.lever)),
      ("stage", .string(assessment?.stage.rawValue)),
    ]
    if let recommendation { return .object(members + gap(recommendation, of: trigger.clientIndex, night)) }
    guard let assessment else { return .object(members) }
    return .object(members + fall(assessment, of: trigger.clientIndex, night))
  }

  /// Why the product is missed, and what it is worth.
  private func gap(
    _ recommendation: Recommendation, of client: Int, _ night: Night
  ) -> [(key: String, value: JSONValue)] {
    let cohort = Int(night.cohorts.ofClient[client])
    let identity = night.identities[recommendation.profile]
    let usage = night.ideals.usage(
      cohort: cohort, profile: recommendation.profile, product: recommendation.product)?.usage
    return [
      ("basis", .string(night.adoption.model.basis.rawValue)),
      ("horizon_months", .integer(night.settings.night.horizonMonths)),
      ("cohort_level", .string(night.cohorts.all[cohort].level.rawValue)),
      ("profile", .string(identity.name)), ("pinned", .boolean(identity.isPinned)),
      ("median_income", .money(usage?.typicalIncome)),
      ("reference_members", .integer(recommendation.penetration.referenceMembers)),
      ("reference_holders", .integer(recommendation.penetration.holders)),
      ("penetration", .number(recommendation.penetration.value)),
      ("typical_income", .money(recommendation.estimate?.typical)),
      ("income_low", .money(recommendation.estimate?.low)), ("income_high", .money(recommendation.estimate?.high)),
    ]
  }

  /// Why the client is to be kept.
  private func fall(
    _ assessment: StageAssessment, of client: Int, _ night: Night
  ) -> [(key: String, value: JSONValue)] {
    [
      ("monthly_income", .money(night.table.figures[client].monthlyIncome)),
      ("measure", .string(assessment.change?.measure.rawValue)), ("fell_by", .number(assessment.fellBy)),
      ("compared_with", .string(assessment.change?.basis.rawValue)),
      ("since", .string(assessment.since?.description)), ("silent_months", .integer(assessment.silentMonths)),
    ]
  }
}
