import Banking

/// Judges the live triggers of one client.
struct TriggerJudge {
  let input: TriggerNightInput
  let policy: TriggerPolicy
  let eligibility: Eligibility
  let suitability: Suitability

  /// The first rule that applies. What a manager has accepted is a conversation under way: only facts that forbid it
  /// or settle it end it before its window does.
  /// - Parameters:
  ///   - candidate: tonight's candidate about the same subject.
  ///   - retains: whether a retain call goes first.
  func fate(
    of trigger: ExistingTrigger, client: Int, candidate: Candidate?, retains: Bool, isControl: Bool
  ) -> TriggerFate {
    if let day = resultDay(of: trigger, client) {
      let isOfTheCall = trigger.raisedOn < day && day <= lastDay(of: trigger)
      return isOfTheCall ? .ends(.findWon) : .ends(.withdraw(.reasonGone))
    }
    if let reason = obstacle(to: trigger, client) { return .ends(.withdraw(reason)) }
    if isAboutUnknown(trigger) { return byDate(trigger) }
    let stage = input.clients[client].stage
    if trigger.state == .accepted || trigger.wasAccepted {
      return isSettled(trigger, client, candidate: candidate, stage: stage) ? .ends(.findWon) : byDate(trigger)
    }
    if trigger.state == .open, isOver(trigger) { return .ends(.expire) }
    if isControl { return .ends(.withdraw(.controlGroup)) }
    if let reason = loss(of: trigger, client, candidate: candidate, stage: stage, retains: retains) {
      return .ends(.withdraw(reason))
    }
    return byDate(trigger)
  }

  /// The day since which what was wanted shows in the data, called or not: the product is held, the money stays beyond the
  /// maturity, the client is back. The first after the call was raised, however late a night sees it; tonight where the data have no
  /// day. Nil where there is no result.
  private func resultDay(of trigger: ExistingTrigger, _ client: Int) -> BusinessDate? {
    switch trigger.kind {
    case .offer, .welcome:
      let days = wanted(by: trigger).compactMap { input.catalogue.index(of: $0) }.filter { input.holds(client, $0) }
        .map { input.heldSince(client, $0) ?? input.asOf }
      return days.filter { $0 > trigger.raisedOn }.min() ?? days.max()
    case .renew: return trigger.renewedOn
    case .winBack: return input.clients[client].stage.flatMap { isGone($0) ? nil : input.asOf }
    case .activate, .deepen, .retain, .returned: return nil
    }
  }

  private func isGone(_ stage: Stage) -> Bool { policy.stages(of: .winBack)?.contains(stage) ?? false }

  /// What the client was to take; none where it was called about something else.
  private func wanted(by trigger: ExistingTrigger) -> [ProductCode] {
    switch trigger.kind {
    case .offer: trigger.product.map { [$0] } ?? []
    case .welcome: trigger.products
    case .renew, .winBack, .activate, .deepen, .retain, .returned: []
    }
  }

  /// The last day on which a result counts as the call's: its window, and as long as its manager has put it off or has it at hand.
  private func lastDay(of trigger: ExistingTrigger) -> BusinessDate {
    let end = trigger.raisedOn.advanced(byDays: policy.window(trigger.kind).conversion)
    return [end, trigger.validUntil, trigger.snoozedUntil].compactMap(\.self).max() ?? end
  }

  private func obstacle(to trigger: ExistingTrigger, _ client: Int) -> WithdrawalReason? {
    if let obstacle = eligibility.obstacle(client, trigger.kind) {
      return obstacle == .clientLeft ? .clientLeft : .contactNotAllowed
    }
    guard !trigger.kind.isAboutClient else { return nil }
    guard let product = trigger.product.flatMap({ input.catalogue.index(of: $0) }) else {
      return isAboutUnknown(trigger) ? nil : .ineligible
    }
    guard let obstacle = eligibility.obstacle(client, product: Int16(product), kind: trigger.kind) else { return nil }
    // What has matured is no longer held, and may yet be taken anew.
    if hasMatured(trigger) || isOfUnknown(obstacle, to: product) { return nil }
    return obstacle == .holdingContradicts ? .reasonGone : .ineligible
  }

  /// Whether the product needs one that the source has and the night cannot make out, which says nothing of the calls about it.
  private func isOfUnknown(_ obstacle: RecommendationStatus.Ineligibility, to product: Int) -> Bool {
    obstacle == .prerequisiteMissing(nil)
      && input.catalogue[product].requires.contains { input.setAside.products.contains($0) }
  }

  private func isAboutUnknown(_ trigger: ExistingTrigger) -> Bool {
    trigger.product.map { input.setAside.products.contains($0) } ?? false
  }

  private func hasMatured(_ trigger: ExistingTrigger) -> Bool {
    trigger.kind == .renew && input.asOf >= trigger.dueOn ?? trigger.validUntil
  }

  /// Whether what an accepted trigger set out to change has changed: usage is back, or the client no longer declines. That the
  /// yardstick has moved, or that a fall has come to an end far below, is no result.
  private func isSettled(
    _ trigger: ExistingTrigger, _ client: Int, candidate: Candidate?, stage: Stage?
  ) -> Bool {
    switch trigger.kind {
    case .offer, .welcome, .renew, .winBack: false
    case .activate: candidate?.kind != .activate && input.hasImproved(client, trigger)
    case .deepen: candidate?.kind != .activate && candidate?.isGap != true && input.hasImproved(client, trigger)
    case .retain, .returned:
      stage.map { !policy.retainStages.contains($0) && !isGone($0) } ?? false && input.hasImproved(client, trigger)
    }
  }

  /// Why a trigger nobody has accepted no longer has its reason.
  private func loss(
    of trigger: ExistingTrigger, _ client: Int, candidate: Candidate?, stage: Stage?, retains: Bool
  ) -> WithdrawalReason? {
    if hasMatured(trigger) { return nil }
    switch suitability.suppression(of: trigger.kind, stage: stage, retains: retains) {
    case .stage, .stageUnknown: return .stage
    case .retain: return .retain
    case .notDue, nil: break
    }
    if trigger.kind == .welcome, trigger.products.contains(where: { isBarred($0, client) }) { return .ineligible }
    // Its reason is the stage. One night of silence more would have the client won back instead: that comes when this is over.
    if trigger.kind == .retain { return nil }
    guard var candidate else { return keepsReason(trigger, client) ? nil : .reasonGone }
    guard candidate.kind == trigger.kind, !isOfLater(candidate, than: trigger) else { return .reasonGone }
    candidate.isGap = candidate.isGap || keepsReason(trigger, client)
    switch suitability.shortfall(of: candidate, isLive: true) {
    case .noGap: return .reasonGone
    case .probability, .expectedIncome: return .belowThreshold
    case nil: return nil
    }
  }

  /// Whether the next to mature of the product is another contract, since the one that was called about is gone.
  private func isOfLater(_ candidate: Candidate, than trigger: ExistingTrigger) -> Bool {
    guard trigger.kind == .renew, let next = candidate.since, let due = trigger.dueOn else { return false }
    return next > due
  }

  /// Whether what a client was to be set up with may no longer be offered to it: what is said and counted of the call would be
  /// wrong. About the rest it is raised anew, where the client is still new enough after the cool-down.
  private func isBarred(_ product: ProductCode, _ client: Int) -> Bool {
    guard !input.setAside.products.contains(product) else { return false }
    guard let position = input.catalogue.index(of: product) else { return true }
    let obstacle = eligibility.obstacle(client, product: Int16(position), kind: .offer)
    return obstacle.map { !isOfUnknown($0, to: position) } ?? false
  }

  /// Where the use of a product has risen a little, or fewer of a client's kind hold one than did, none would be called about it
  /// any more; who is about to be, still is, up to a wider border.
  private func keepsReason(_ trigger: ExistingTrigger, _ client: Int) -> Bool {
    guard trigger.kind == .deepen || trigger.kind == .offer,
      let product = trigger.product.flatMap({ input.catalogue.index(of: $0) })
    else { return false }
    return input.keepsReason(client, product, trigger.kind)
  }

  /// By its days alone.
  func byDate(_ trigger: ExistingTrigger) -> TriggerFate {
    let today = input.asOf
    let window = policy.window(trigger.kind)
    if trigger.state == .snoozed {
      guard let until = trigger.snoozedUntil, until > input.morning else {
        let stands = trigger.kind.traits.countsDown ? input.morning : today.advanced(byDays: window.validity)
        return .wakes(validUntil: max(trigger.validUntil, stands), wasAccepted: trigger.wasAccepted)
      }
      return .stays
    }
    return (trigger.state == .accepted ? today > lastDay(of: trigger) : isOver(trigger)) ? .ends(.expire) : .stays
  }

  /// Whether what nobody has answered has no morning left. On the one after a maturity the money lies free, so that call stays.
  private func isOver(_ trigger: ExistingTrigger) -> Bool {
    (trigger.validUntil == trigger.dueOn ? input.asOf : input.morning) > trigger.validUntil
  }
}
