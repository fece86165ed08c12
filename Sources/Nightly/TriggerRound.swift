import Banking
import Features
import Gaps
import IdealProfiles
import LifeCycle
import Potential
import Triggers

/// Puts the night's findings before the policy of triggers.
struct TriggerRound: Sendable {
  let table: FeatureTable
  let stages: [StageAssessment?]
  let recommender: Recommender
  /// By position of the profile.
  let identities: [ProfileIdentity]
  let policy: TriggerPolicy
  private let rules: OfferRules
  /// A month, that a client must have brought to be won back; nil where no client brings any.
  private let worthWinningBack: Double?

  init(
    table: FeatureTable, stages: [StageAssessment?], recommender: Recommender, identities: [ProfileIdentity],
    policy: TriggerPolicy
  ) {
    self.table = table
    self.stages = stages
    self.recommender = recommender
    self.identities = identities
    self.policy = policy
    rules = OfferRules(table.snapshot.catalogue, policy: policy)
    let incomes = (0..<table.clientCount).filter(table.isPeer)
      .compactMap { table.figures[$0].monthlyIncome?.estimate }
    let brought = incomes.filter { $0 > 0 }.sorted()
    worthWinningBack = brought.isEmpty ? nil : interpolatedQuantile(brought, policy.winBackIncomeQuantile)
  }

  /// - Parameter idle: of which the candidates are not asked for.
  func decide(_ input: NightInput, but idle: IdleClients, threads: Int) async -> TriggerDecisions {
    let snapshot = table.snapshot
    let situations = snapshot.clients.enumerated().map { client, facts in
      ClientSituation(
        id: facts.id, desk: input.desks.desk(of: facts.id, manager: facts.manager), stage: stages[client]?.stage,
        contactAllowed: facts.contactAllowed, hasLeft: facts.closedOn != nil, annualTurnover: facts.annualTurnover)
    }
    let round = TriggerNightInput(
      bank: snapshot.bank.id, asOf: snapshot.asOf, catalogue: snapshot.catalogue, clients: situations,
      held: table.held, words: table.words,
      heldSince: { client, product in
        let holding = snapshot.holdings(of: client).first { Int($0.product) == product }
        let spell = holding.flatMap { snapshot.spells(of: $0).last }
        // What was moved or given to all answers no call.
        return spell.flatMap { $0.isChosen ? $0.start : .init(dayNumber: .min) }
      },
      hasImproved: { [pickedUp = PickedUp(snapshot)] in pickedUp($0, since: $1) },
      keepsReason: { [share = policy.keepShare] client, product, kind in
        kind == .offer
          ? recommender.isStillGap(product, client: client, share: share)
          : recommender.isStillUnderUsed(product, client: client)
      }, conversions: input.conversions,
      existing: input.triggers, setAside: input.setAside)
    return await TriggerNight.decide(round, policy: policy) { clients in
      let pieces = chunks(of: clients.count, size: 512)
      return await inParallel(pieces.count, threads: threads) { piece in
        pieces[piece].map { place in
          let client = clients.lowerBound + place
          return idle.contains(client) ? nil : candidates(of: client)
        }
      }.flatMap(\.self)
    }
  }

  private func candidates(of client: Int) -> [Candidate] {
    let recommendations = recommender.recommendations(of: client)
    return recommendations.map { candidate($0) } + calls(client, recommendations).map(\.candidate)
  }

  /// What a raised trigger rests on.
  enum Ground {
    case gap(Recommendation)
    case call(ClientCall)
  }

  func ground(of trigger: RaisedTrigger) -> Ground {
    let recommendations = recommender.recommendations(of: trigger.clientIndex)
    let place = trigger.candidateIndex
    if place < recommendations.count { return .gap(recommendations[place]) }
    return .call(calls(trigger.clientIndex, recommendations)[place - recommendations.count])
  }

  private func candidate(_ recommendation: Recommendation) -> Candidate {
    Candidate(
      product: Int16(recommendation.product), kind: TriggerKind(recommendation.kind),
      probability: Double(recommendation.probability), typicalIncome: recommendation.estimate?.typical,
      expectedIncome: recommendation.expected, isGap: recommendation.isGap,
      profile: identities[recommendation.profile].id)
  }

  /// Whether what the client is to be called about is the same on any date of the month, as long as the client is: so it is where
  /// its stage calls for nothing, and what matures has its date.
  func isDateless(_ client: Int) -> Bool {
    switch stages[client]?.stage {
    case .growth, .plateau, nil: true
    case .onboarding, .decline, .leaving, .left, .returned: false
    }
  }

  /// What the client is to be called about beyond its gaps.
  private func calls(_ client: Int, _ recommendations: [Recommendation]) -> [ClientCall] {
    let calls = ClientCalls(table: table, client: client, policy: policy, rules: rules)
    var found = calls.maturities
    guard let assessment = stages[client] else { return found }
    switch assessment.stage {
    case .onboarding:
      if let welcome = calls.welcome(recommendations) { found.append(welcome) }
    case .decline: found.append(calls.retain(assessment))
    case .leaving, .left:
      if let silence = calls.silence(assessment) {
        if let winBack = calls.winBack(since: silence, worth: worthWinningBack) { found.append(winBack) }
      } else {
        found.append(calls.retain(assessment))
      }
    case .returned: found.append(calls.returned(assessment))
    case .growth, .plateau: break
    }
    return found
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
