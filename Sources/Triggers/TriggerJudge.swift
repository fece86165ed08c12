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
  ///   - candidate: tonight's candidate about the same product (or retain).
  ///   - retains: whether a retain call goes first.
  func fate(
    of trigger: ExistingTrigger, client: Int, candidate: Candidate?, retains: Bool, isControl: Bool
  ) -> TriggerFate {
    let product = trigger.product.flatMap { input.catalogue.index(of: $0) }.map { Int16($0) }
    if trigger.kind == .offer, let product, input.holds(client, Int(product)) { return .ends(.findWon) }
    if let obstacle = eligibility.obstacle(client) {
      return .ends(.withdraw(obstacle == .clientLeft ? .clientLeft : .contactNotAllowed))
    }
    if trigger.kind != .retain {
      guard let product else { return .ends(.withdraw(.ineligible)) }
      if let obstacle = eligibility.obstacle(client, product: product, kind: trigger.kind) {
        return .ends(.withdraw(obstacle == .holdingContradicts ? .reasonGone : .ineligible))
      }
    }
    let stage = input.clients[client].stage
    if trigger.state == .accepted {
      return isSettled(trigger, candidate: candidate, stage: stage) ? .ends(.findWon) : byDate(trigger)
    }
    if isControl { return .ends(.withdraw(.controlGroup)) }
    if let reason = loss(of: trigger, candidate: candidate, stage: stage, retains: retains) {
      return .ends(.withdraw(reason))
    }
    return byDate(trigger)
  }

  /// Whether what an accepted trigger set out to change has changed: usage is back, or the client no longer declines.
  private func isSettled(_ trigger: ExistingTrigger, candidate: Candidate?, stage: Stage?) -> Bool {
    switch trigger.kind {
    case .offer: false
    case .activate: candidate?.kind != .activate || candidate?.isGap != true
    case .deepen: candidate?.kind != .activate && candidate?.isGap != true
    case .retain: stage.map { !policy.retainStages.contains($0) } ?? false
    }
  }

  /// Why a trigger nobody has accepted no longer has its reason.
  private func loss(
    of trigger: ExistingTrigger, candidate: Candidate?, stage: Stage?, retains: Bool
  ) -> WithdrawalReason? {
    switch suitability.suppression(of: trigger.kind, stage: stage, retains: retains) {
    case .stage, .stageUnknown: return .stage
    case .retain: return .retain
    case nil: break
    }
    guard let candidate, candidate.kind == trigger.kind else { return .reasonGone }
    switch suitability.shortfall(of: candidate, isLive: true) {
    case .noGap: return .reasonGone
    case .probability, .expectedIncome: return .belowThreshold
    case nil: return nil
    }
  }

  private func byDate(_ trigger: ExistingTrigger) -> TriggerFate {
    let today = input.asOf
    if trigger.state == .snoozed {
      guard let until = trigger.snoozedUntil, until > today else {
        return .wakes(validUntil: max(trigger.validUntil, today.advanced(byDays: policy.validityDays)))
      }
      return .stays
    }
    let window = trigger.raisedOn.advanced(byDays: policy.conversionWindowDays)
    let last = trigger.state == .accepted ? max(trigger.validUntil, window) : trigger.validUntil
    return today > last ? .ends(.expire) : .stays
  }
}
