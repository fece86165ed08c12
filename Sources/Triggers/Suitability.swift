import Banking

/// Whether a call makes sense now: the client's stage, the gap, and the policy's minima.
struct Suitability {
  let policy: TriggerPolicy
  let eligibility: Eligibility

  /// - Parameter retains: whether a retain call goes first.
  func suppression(
    of kind: TriggerKind, stage: Stage?, retains: Bool
  ) -> RecommendationStatus.Suppression? {
    if kind == .retain {
      guard let stage else { return .stageUnknown }
      return policy.retainStages.contains(stage) ? nil : .stage(stage)
    }
    if let stage, !policy.offerStages.contains(stage) { return .stage(stage) }
    return retains ? .retain : nil
  }

  /// Which minimum the candidate misses; a retain call has none, because its price is the income that would go.
  /// - Parameter isLive: a live trigger needs only the policy's keep share of each minimum.
  func shortfall(of candidate: Candidate, isLive: Bool = false) -> RecommendationStatus.Threshold? {
    // Negated, so that a probability that is not a number is below too.
    if !(candidate.probability >= 0) { return .probability }
    guard let product = candidate.product else { return nil }
    if !candidate.isGap { return .noGap }
    let share = isLive ? min(1, policy.keepShare) : 1
    let probability = eligibility.minimumProbability(product) ?? policy.minimumProbability
    if candidate.probability < probability * share { return .probability }
    if let expected = candidate.expectedIncome, expected.estimate < policy.minimumExpectedIncome.estimate * share {
      return .expectedIncome
    }
    return nil
  }
}
