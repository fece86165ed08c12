import Banking

/// Whether a call makes sense now: the client's stage, the window of the kind, the gap, and the policy's minima.
struct Suitability {
  let policy: TriggerPolicy
  let eligibility: Eligibility

  /// - Parameter retains: whether a retain call goes first.
  func suppression(
    of kind: TriggerKind, stage: Stage?, retains: Bool
  ) -> RecommendationStatus.Suppression? {
    let traits = kind.traits
    if let stages = policy.stages(of: kind) {
      guard let stage else { return traits.subject == .client ? .stageUnknown : retains ? .retain : nil }
      if !stages.contains(stage) { return .stage(stage) }
    }
    return traits.isSale && retains ? .retain : nil
  }

  /// Whether the window in which the candidate may be raised is open. Of the steps to win a client back each is its own,
  /// taken once.
  /// - Parameter lastRaised: when the client was last raised a trigger of this kind.
  func isDue(_ candidate: Candidate, on today: BusinessDate, lastRaised: BusinessDate?) -> Bool {
    guard let since = candidate.since else { return true }
    let window = policy.window(candidate.kind)
    if candidate.kind.traits.countsDown {
      return since.advanced(byDays: -window.raise) <= today && today <= since.advanced(byDays: -window.delay)
    }
    if candidate.kind == .winBack {
      let days = Int(today.dayNumber - since.dayNumber)
      guard let step = policy.winBackDays.filter({ $0 <= days }).max() else { return false }
      guard window.raise == 0 || days < step + window.raise else { return false }
      return lastRaised.map { $0 < since.advanced(byDays: step) } ?? true
    }
    let opens = since.advanced(byDays: window.delay)
    return opens <= today && (window.raise == 0 || today < opens.advanced(byDays: window.raise))
  }

  /// Which minimum the candidate misses; a call about the client has none, because its price is the income that would go. What is
  /// expected to bring nothing, or a loss, is worth no call whatever the minimum.
  /// - Parameter isLive: a live trigger needs only the policy's keep share of each minimum.
  func shortfall(of candidate: Candidate, isLive: Bool = false) -> RecommendationStatus.Threshold? {
    // Negated, so that a probability that is not a number is below too.
    if !(candidate.probability >= 0) { return .probability }
    guard let product = candidate.product else { return nil }
    if !candidate.isGap { return .noGap }
    let share = isLive ? min(1, policy.keepShare) : 1
    let probability = eligibility.minimumProbability(product) ?? policy.minimumProbability
    if candidate.probability < probability * share { return .probability }
    if let expected = candidate.expectedIncome,
      candidate.kind.traits.isSale && expected <= .zero
        || expected.estimate < policy.minimumExpectedIncome.estimate * share
    {
      return .expectedIncome
    }
    return nil
  }
}
