import Banking

extension ClientReview {
  /// Makes one conversation of what may be raised for a client, as far as its contact limits go. What is found when tonight's conversation stands already joins it.
  /// - Parameters:
  ///   - standing: positions of candidates.
  ///   - first: where the client's statuses begin.
  mutating func propose(_ standing: [Int], on desk: ClientDesk, first: Int) {
    let members = oneEach(standing, on: desk, first: first).map { survivor($0, on: desk, status: first + $0) }
      .sorted(by: Survivor.goesBefore)
    let conversations = desk.conversations
    if let tonights = conversations.first(where: { $0.triggers[0].raisedOn == input.asOf })?.triggers {
      guard tonights.contains(where: { !$0.state.isFinal }) else { return }
      let room = max(0, policy.maximumPerConversation - tonights.count)
      leaveOut(members.dropFirst(room))
      for member in members.prefix(room) { raise(member, client: desk.client, desk: desk.desk) }
      return
    }
    let windowStart = input.asOf.advanced(byDays: -policy.contactWindowDays)
    let live = conversations.count { $0.triggers.contains { !$0.state.isFinal } }
    let raised = conversations.count { $0.triggers[0].raisedOn > windowStart }
    guard live < policy.maximumLivePerClient, raised < policy.maximumRaisedPerClient,
      policy.maximumPerConversation > 0
    else { return }
    let floorStart = input.asOf.advanced(byDays: -policy.floorDays)
    let proposal = Proposal(
      client: desk.client, members: Array(members.prefix(policy.maximumPerConversation)),
      isCalledSeldom: desk.triggers.allSatisfy { $0.raisedOn <= floorStart })
    // Until the whole portfolio is known, when some are raised.
    for member in proposal.members { decisions.statuses[member.status] = .capacity }
    leaveOut(members.dropFirst(policy.maximumPerConversation))
    proposals[desk.desk, default: DeskProposals(room: DeskLoad().room(policy))].add(proposal)
  }

  /// For these a call has no room.
  private mutating func leaveOut(_ members: ArraySlice<Survivor>) {
    for member in members { decisions.statuses[member.status] = .contactLimit(.subjects) }
  }

  /// One candidate a subject: the kind that goes first takes it, and the others find it taken.
  private mutating func oneEach(_ standing: [Int], on desk: ClientDesk, first: Int) -> [Int] {
    guard standing.contains(where: { desk.candidates[$0].kind.traits.subject != .missingProduct }) else {
      return standing
    }
    var taken: [Int16?: Int] = [:]
    for position in standing {
      let candidate = desk.candidates[position]
      guard let other = taken[candidate.product] else {
        taken[candidate.product] = position
        continue
      }
      let (winner, loser) = candidate.kind < desk.candidates[other].kind ? (position, other) : (other, position)
      taken[candidate.product] = winner
      decisions.statuses[first + loser] = .alreadyOpen
    }
    return standing.filter { taken[desk.candidates[$0].product] == $0 }
  }

  private func survivor(_ position: Int, on desk: ClientDesk, status: Int) -> Survivor {
    let candidate = desk.candidates[position]
    let code = candidate.product.map { input.catalogue[Int($0)].code }
    let factors = PriorityFactors(
      probability: candidate.probability, value: candidate.typicalIncome?.estimate ?? 1,
      context: input.clients[desk.client].stage.flatMap { policy.contextFactors[$0] } ?? 1,
      lever: policy.leverFactors[candidate.kind] ?? 1,
      conversion: input.conversions.factors(
        kind: candidate.kind, product: code, profile: candidate.profile, manager: desk.desk.manager,
        policy: policy.conversion))
    return Survivor(
      position: position, candidate: candidate, factors: factors, priority: factors.priority,
      cycle: desk.lastCycle(about: code, kind: candidate.kind) + 1, status: status)
  }

  /// Gives each desk the most valuable of the whole portfolio that it has room for.
  mutating func allot() -> TriggerDecisions {
    for (desk, waiting) in proposals.sorted(by: { $0.key < $1.key }) {
      let load = loads[desk] ?? DeskLoad()
      let room = load.room(policy)
      let choice = CapacityChoice(
        waiting, room: room, retainRoom: load.retainRoom(policy), floor: Int(policy.floorShare * Double(room)))
      let best = waiting.best
      for (proposal, isTaken) in zip(best, choice.taken(best)) where isTaken {
        for member in proposal.members { raise(member, client: proposal.client, desk: desk) }
      }
    }
    return decisions
  }

  private mutating func raise(_ member: Survivor, client: Int, desk: Desk) {
    decisions.statuses[member.status] = .offered
    let id = input.clients[client].id
    let candidate = member.candidate
    let product = candidate.product.map { input.catalogue[Int($0)].code }
    let last = input.asOf.advanced(byDays: policy.window(candidate.kind).validity)
    let isDated = candidate.kind.traits.countsDown
    decisions.raise.append(
      RaisedTrigger(
        id: TriggerID(bank: input.bank, client: id, kind: candidate.kind, product: product, cycle: member.cycle),
        conversation: ConversationID(bank: input.bank, client: id, raisedOn: input.asOf), clientIndex: client,
        candidateIndex: member.position, client: id, desk: desk, kind: candidate.kind, product: product,
        cycle: member.cycle, factors: member.factors, expectedIncome: candidate.expectedIncome, raisedOn: input.asOf,
        dueOn: isDated ? candidate.since : nil, validUntil: isDated ? min(last, candidate.since ?? last) : last))
  }

  /// A client's conversations count for the desk on whose list they are; ended ones for the desk that had them.
  mutating func count(_ desk: ClientDesk) {
    let weekStart = input.asOf.advanced(byDays: -7)
    for (_, triggers) in desk.conversations {
      let isLive = triggers.contains { !$0.state.isFinal }
      loads[isLive ? desk.desk : triggers[0].desk, default: DeskLoad()].add(
        isRetain: triggers.contains { $0.kind == .retain }, isLive: isLive,
        isTonights: triggers[0].raisedOn == input.asOf, isThisWeeks: triggers[0].raisedOn > weekStart)
    }
  }
}
