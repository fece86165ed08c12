import Banking

/// Goes through the clients one by one, ends what has to end, and keeps the few candidates worth comparing across
/// managers' portfolios.
struct ClientReview {
  let input: TriggerNightInput
  let policy: TriggerPolicy
  let eligibility: Eligibility
  let suitability: Suitability
  let judge: TriggerJudge
  let control: ControlGroup
  let context: [Stage: Double]
  var decisions = TriggerDecisions()
  var portfolios: [ManagerID: Portfolio] = [:]
  var survivors: [Survivor] = []

  init(_ input: TriggerNightInput, policy: TriggerPolicy) {
    self.input = input
    self.policy = policy
    eligibility = Eligibility(input, policy: policy)
    suitability = Suitability(policy: policy, eligibility: eligibility)
    judge = TriggerJudge(input: input, policy: policy, eligibility: eligibility, suitability: suitability)
    control = ControlGroup(bank: input.bank, policy: policy)
    context = policy.contextFactors
    decisions.statusStarts.reserveCapacity(input.clients.count + 1)
  }

  /// A trigger of a client that the snapshot does not have.
  mutating func dropStranger(_ trigger: ExistingTrigger) {
    guard !trigger.state.isFinal else { return }
    decisions.withdraw.append(.init(id: trigger.id, reason: .clientLeft))
  }

  /// - Parameter triggers: the client's own, in order of id.
  mutating func review(_ client: Int, candidates: [Candidate], triggers: [ExistingTrigger]) {
    var desk = ClientDesk(client: client, candidates: candidates, triggers: triggers)
    desk.manager = input.clients[client].manager.flatMap { input.managers.contains($0) ? $0 : nil }
    desk.isControl = control.contains(input.clients[client].id)
    if !triggers.isEmpty { end(&desk) }
    desk.retains = retains(desk)
    desk.obstacle = eligibility.obstacle(client)
    desk.saleSuppression = suitability.suppression(
      of: .offer, stage: input.clients[client].stage, retains: desk.retains)
    let first = decisions.statuses.count
    var standing: [Survivor] = []
    for (position, candidate) in candidates.enumerated() {
      let status = status(of: candidate, on: desk)
      decisions.statuses.append(status ?? .contactLimit)
      if status == nil, let manager = desk.manager {
        standing.append(survivor(candidate, position, on: desk, for: manager, status: first + position))
      }
    }
    decisions.statusStarts.append(Int32(decisions.statuses.count))
    keepBest(of: standing, on: desk)
    count(desk)
  }

  /// Decides the fate of the live triggers, retain first because it silences the others.
  private mutating func end(_ desk: inout ClientDesk) {
    for retainTurn in [true, false] {
      desk.retains = retainTurn ? false : retains(desk)
      for (position, trigger) in desk.triggers.enumerated()
      where !trigger.state.isFinal && (trigger.kind == .retain) == retainTurn {
        let product = trigger.product.flatMap { input.catalogue.index(of: $0) }.map { Int16($0) }
        let fate = judge.fate(
          of: trigger, client: desk.client, candidate: desk.candidate(about: product, kind: trigger.kind),
          retains: desk.retains, isControl: desk.isControl)
        carryOut(fate, on: trigger.id)
        if case .ends(let action) = fate { desk.end(position, by: action, on: input.asOf) }
      }
    }
    for trigger in desk.triggers where !trigger.state.isFinal {
      if let manager = desk.manager, manager != trigger.manager {
        decisions.reassign.append(.init(id: trigger.id, manager: manager))
      }
    }
  }

  private mutating func carryOut(_ fate: TriggerFate, on id: TriggerID) {
    switch fate {
    case .stays: break
    case .wakes(let validUntil): decisions.wake.append(.init(id: id, validUntil: validUntil))
    case .ends(.withdraw(let reason)): decisions.withdraw.append(.init(id: id, reason: reason))
    case .ends(.expire): decisions.expire.append(id)
    case .ends: decisions.win.append(id)
    }
  }

  /// Whether the client is to be kept before anything is sold to it.
  private func retains(_ desk: ClientDesk) -> Bool {
    if desk.triggers.contains(where: { $0.kind == .retain && !$0.state.isFinal }) { return true }
    return desk.candidate(about: nil, kind: .retain) != nil
      && suitability.suppression(of: .retain, stage: input.clients[desk.client].stage, retains: false) == nil
  }

  /// The candidate's status so far; nil = it may be raised, which takes a manager.
  private func status(of candidate: Candidate, on desk: ClientDesk) -> RecommendationStatus? {
    let hasPast = !desk.triggers.isEmpty
    let code = hasPast ? candidate.product.map { input.catalogue[Int($0)].code } : nil
    if hasPast, let live = desk.live(about: code, kind: candidate.kind) {
      return live.raisedOn == input.asOf ? .offered : .alreadyOpen
    }
    if let obstacle = desk.obstacle { return .ineligible(obstacle) }
    if let product = candidate.product,
      let obstacle = eligibility.obstacle(desk.client, product: product, kind: candidate.kind)
    {
      return .ineligible(obstacle)
    }
    if let why = suppression(of: candidate.kind, on: desk) { return .suppressed(why) }
    if let shortfall = suitability.shortfall(of: candidate) { return .belowThreshold(shortfall) }
    if hasPast, let until = desk.coolDown(about: code, kind: candidate.kind, policy: policy.coolDown),
      until > input.asOf
    {
      return .coolingDown(until: until)
    }
    if desk.isControl { return .controlGroup }
    return desk.manager == nil ? .noManager : nil
  }

  private func suppression(of kind: TriggerKind, on desk: ClientDesk) -> RecommendationStatus.Suppression? {
    guard kind == .retain else { return desk.saleSuppression }
    return suitability.suppression(of: kind, stage: input.clients[desk.client].stage, retains: desk.retains)
  }

  private func survivor(
    _ candidate: Candidate, _ position: Int, on desk: ClientDesk, for manager: ManagerID, status: Int
  ) -> Survivor {
    let stage = input.clients[desk.client].stage
    let factors = PriorityFactors(
      probability: candidate.probability, value: candidate.typicalIncome?.estimate ?? 1,
      context: stage.flatMap { context[$0] } ?? 1, lever: policy.leverFactors[candidate.kind] ?? 1)
    let code = candidate.product.map { input.catalogue[Int($0)].code }
    return Survivor(
      client: desk.client, position: position, candidate: candidate, manager: manager, factors: factors,
      priority: factors.priority, cycle: desk.lastCycle(about: code, kind: candidate.kind) + 1,
      status: status)
  }

  /// The client's contact limits: its best few go on, the others keep `contactLimit`.
  private mutating func keepBest(of standing: [Survivor], on desk: ClientDesk) {
    let windowStart = input.asOf.advanced(byDays: -policy.contactWindowDays)
    let live = desk.triggers.count { !$0.state.isFinal }
    let raised = desk.triggers.count { $0.raisedOn > windowStart }
    let room = min(policy.maximumLivePerClient - live, policy.maximumRaisedPerClient - raised)
    survivors += standing.sorted(by: Survivor.goesBefore).prefix(max(0, room))
  }

  /// A client's triggers count for its manager; where it has none they are still on the last one's list.
  private mutating func count(_ desk: ClientDesk) {
    for trigger in desk.triggers {
      guard let manager = desk.manager ?? trigger.manager else { continue }
      portfolios[manager, default: Portfolio()].add(
        trigger.kind, isLive: !trigger.state.isFinal, isTonights: trigger.raisedOn == input.asOf)
    }
  }
}
