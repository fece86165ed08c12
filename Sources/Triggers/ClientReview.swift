import Banking

/// Goes through the clients one by one, ends what has to end, and keeps one proposal a client to be compared across its
/// desk's portfolio.
struct ClientReview {
  let input: TriggerNightInput
  let policy: TriggerPolicy
  let eligibility: Eligibility
  let suitability: Suitability
  let judge: TriggerJudge
  let control: ControlGroup
  var decisions: TriggerDecisions
  var loads: [Desk: DeskLoad] = [:]
  /// Counted there of clients that the snapshot does not have.
  private var strangers: Set<ConversationID> = []
  var proposals: [Desk: DeskProposals] = [:]

  init(_ input: TriggerNightInput, policy: TriggerPolicy) {
    self.input = input
    self.policy = policy
    eligibility = Eligibility(input, policy: policy)
    suitability = Suitability(policy: policy, eligibility: eligibility)
    judge = TriggerJudge(input: input, policy: policy, eligibility: eligibility, suitability: suitability)
    control = ControlGroup(bank: input.bank, policy: policy)
    decisions = TriggerDecisions(asOf: input.asOf)
    decisions.statusStarts.reserveCapacity(input.clients.count + 1)
    decisions.isIdle.reserveCapacity(input.clients.count)
  }

  /// A trigger of a client that the snapshot does not have: where the source has it, its days go on.
  mutating func judgeStranger(_ trigger: ExistingTrigger) {
    guard !trigger.state.isFinal else { return }
    guard input.setAside.clients.contains(trigger.client) else {
      return carryOut(.ends(.withdraw(.clientUnknown)), on: trigger)
    }
    let fate = judge.byDate(trigger)
    carryOut(fate, on: trigger)
    if case .ends = fate { return }
    guard strangers.insert(trigger.conversation).inserted else { return }
    loads[trigger.desk, default: DeskLoad()].add(
      isRetain: trigger.kind == .retain, isLive: true, isTonights: trigger.raisedOn == input.asOf,
      isThisWeeks: trigger.raisedOn > input.asOf.advanced(byDays: -7))
  }

  /// Leaves out a client without triggers that is as idle as it was.
  mutating func leaveOut() {
    decisions.statusStarts.append(Int32(decisions.statuses.count))
    decisions.isIdle.append(true)
  }

  /// - Parameter triggers: the client's own, in order of id.
  mutating func review(_ client: Int, candidates: [Candidate], triggers: [ExistingTrigger]) {
    let situation = input.clients[client]
    var desk = ClientDesk(
      client: client, desk: situation.desk, isControl: control.contains(situation.id), candidates: candidates,
      triggers: triggers)
    if !triggers.isEmpty { end(&desk) }
    desk.retains = retains(desk)
    let first = decisions.statuses.count
    var standing: [Int] = []
    var isIdle = triggers.isEmpty
    for (position, candidate) in candidates.enumerated() {
      let status = status(of: candidate, on: desk)
      decisions.statuses.append(status ?? .contactLimit(.client))
      if status == nil { standing.append(position) }
      isIdle = isIdle && status?.isIdle(isDated: candidate.since != nil) ?? false
    }
    decisions.statusStarts.append(Int32(decisions.statuses.count))
    decisions.isIdle.append(isIdle)
    if !standing.isEmpty { propose(standing, on: desk, first: first) }
    if !triggers.isEmpty { count(desk) }
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
        carryOut(fate, on: trigger)
        if case .ends(let action) = fate { desk.end(position, by: action, on: input.asOf) }
      }
    }
    for trigger in desk.triggers where !trigger.state.isFinal {
      if trigger.desk != desk.desk { decisions.reassign.append(.init(id: trigger.id, desk: desk.desk)) }
      let factor = policy.qualification.factor(trigger.qualification)
      if factor != trigger.qualificationFactor { decisions.requalify.append(.init(id: trigger.id, factor: factor)) }
    }
  }

  private mutating func carryOut(_ fate: TriggerFate, on trigger: ExistingTrigger) {
    if fate != .stays { decisions.see(trigger) }
    switch fate {
    case .stays: break
    case .wakes(let validUntil, let wasAccepted):
      decisions.wake.append(.init(id: trigger.id, validUntil: validUntil, wasAccepted: wasAccepted))
    case .ends(.withdraw(let reason)): decisions.withdraw.append(.init(id: trigger.id, reason: reason))
    case .ends(.expire): decisions.expire.append(trigger.id)
    case .ends: decisions.win.append(trigger.id)
    }
  }

  /// Whether the client is to be kept before anything is sold to it.
  private func retains(_ desk: ClientDesk) -> Bool {
    if desk.triggers.contains(where: { $0.kind == .retain && !$0.state.isFinal }) { return true }
    guard let candidate = desk.candidate(about: nil, kind: .retain) else { return false }
    return suitability.isDue(candidate, on: input.asOf, lastRaised: nil)
      && suitability.suppression(of: .retain, stage: input.clients[desk.client].stage, retains: false) == nil
  }

  /// The candidate's status so far; nil = it may be raised.
  private func status(of candidate: Candidate, on desk: ClientDesk) -> RecommendationStatus? {
    let hasPast = !desk.triggers.isEmpty
    let code = hasPast ? candidate.product.map { input.catalogue[Int($0)].code } : nil
    let live = hasPast ? desk.live(about: code) : nil
    if let live, live.kind == candidate.kind { return .offered }
    if let live, live.raisedOn < input.asOf { return .alreadyOpen }
    if let obstacle = eligibility.obstacle(desk.client, candidate.kind) { return .ineligible(obstacle) }
    if let product = candidate.product,
      let obstacle = eligibility.obstacle(desk.client, product: product, kind: candidate.kind)
    {
      return .ineligible(obstacle)
    }
    if let why = suitability.suppression(
      of: candidate.kind, stage: input.clients[desk.client].stage, retains: desk.retains)
    {
      return .suppressed(why)
    }
    if let shortfall = suitability.shortfall(of: candidate) { return .belowThreshold(shortfall) }
    let lastRaised = hasPast ? desk.lastRaised(candidate.kind) : nil
    guard suitability.isDue(candidate, on: input.asOf, lastRaised: lastRaised) else { return .suppressed(.notDue) }
    if hasPast, let until = desk.coolDown(of: candidate, about: code, policy: policy), until > input.asOf {
      return .coolingDown(until: until)
    }
    if desk.isControl { return .controlGroup }
    // Tonight another kind took the subject, as it did when it was raised.
    return live == nil ? nil : .alreadyOpen
  }
}
