package import Banking

extension TriggerPolicy {
  package func window(_ kind: TriggerKind) -> KindWindow { kinds[kind] ?? KindWindow() }

  /// Stages at which the kind makes sense; nil = any.
  func stages(of kind: TriggerKind) -> Set<Stage>? {
    switch kind.traits.stages {
    case .any: nil
    case .selling: offerStages
    case .retaining: retainStages
    case .only(let stages): stages
    }
  }

  /// As-of date of the first night after an ended trigger that may raise its subject again: the one before the day that the client
  /// asked for, where it named one; else after the longer of what its answer and what the kind ask for. A win is an answer for
  /// what was taken or woken: the next maturity is another one, and so is the next fall.
  /// - Parameter dueOn: the maturity to be called about. Of another than the trigger's a client that has not refused may hear in
  ///   the last third of its days, after half of the cool-down: two contracts may mature, or one be renewed, within a month.
  package func coolDownEnd(
    of trigger: ExistingTrigger, for kind: TriggerKind, dueOn: BusinessDate? = nil
  ) -> BusinessDate? {
    if let askOn = trigger.askOn { return askOn.advanced(byDays: -1) }
    let isOver = trigger.state == .won && kind != .offer && kind != .activate
    let byEnding = isOver ? 0 : coolDown.days(after: trigger.state, refusal: trigger.refusal)
    let byKind = trigger.kind == kind && trigger.state != .withdrawn ? window(kind).coolDown : 0
    guard let endedOn = trigger.endedOn else { return nil }
    let days = max(byEnding, byKind)
    let end = endedOn.advanced(byDays: days)
    guard let dueOn, let earlier = trigger.dueOn, dueOn != earlier, !trigger.isRefused else { return end }
    let lastThird = dueOn.advanced(byDays: -max(window(kind).raise / 3, window(kind).delay))
    return min(end, max(lastThird, endedOn.advanced(byDays: days / 2)))
  }
}
