import Banking
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Potential
import Triggers

/// Puts the night's findings before the policy of triggers.
struct TriggerRound {
  let table: FeatureTable
  let stages: [StageAssessment?]
  let recommender: Recommender

  func decide(_ input: NightInput, policy: TriggerPolicy) -> TriggerDecisions {
    let snapshot = table.snapshot
    let situations = snapshot.clients.enumerated().map { client, facts in
      ClientSituation(
        id: facts.id, manager: facts.manager, stage: stages[client]?.stage, contactAllowed: facts.contactAllowed,
        hasLeft: facts.closedOn != nil, annualTurnover: facts.annualTurnover)
    }
    let round = TriggerNightInput(
      bank: snapshot.bank.id, asOf: snapshot.asOf, catalogue: snapshot.catalogue, clients: situations,
      held: table.held, words: table.words, managers: input.managers, existing: input.triggers)
    return TriggerNight.decide(round, policy: policy) { client, candidates in
      candidates = self.candidates(of: client)
    }
  }

  /// The client's recommendations in their order, then the retain call where its income falls.
  func candidates(of client: Int) -> [Candidate] {
    var candidates = recommender.recommendations(of: client).map { recommendation in
      Candidate(
        product: Int16(recommendation.product), kind: TriggerKind(recommendation.kind),
        probability: Double(recommendation.probability), typicalIncome: recommendation.estimate?.typical,
        expectedIncome: recommendation.expected, isGap: recommendation.isGap)
    }
    if let retain = retain(client) { candidates.append(retain) }
    return candidates
  }

  /// What is at stake is what the client used to bring; the share that is already lost stands for the urgency.
  private func retain(_ client: Int) -> Candidate? {
    guard let assessment = stages[client], assessment.stage == .decline || assessment.stage == .leaving else {
      return nil
    }
    let share = min(1, assessment.fellBy ?? 1)
    let stake = assessment.change?.usualIncome ?? table.figures[client].monthlyIncome
    return Candidate(
      product: nil, kind: .retain, probability: share, typicalIncome: stake.map { max(.zero, $0) },
      expectedIncome: stake.flatMap { Money(estimate: max(0, $0.estimate) * share) })
  }
}

extension TriggerKind {
  init(_ gap: GapKind) {
    self =
      switch gap {
      case .missing: .offer
      case .dormant: .activate
      case .underUsed: .deepen
      }
  }
}
