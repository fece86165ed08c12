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

  /// First day after an ended trigger on which its subject is free again: what the client asked for where it named a day,
  /// else the longer of what its answer and what the kind ask for. A win is an answer for what was taken or woken: the next
  /// maturity is another one, and so is the next fall.
  package func coolDownEnd(of trigger: ExistingTrigger, for kind: TriggerKind) -> BusinessDate? {
    if let askOn = trigger.askOn { return askOn }
    let isOver = trigger.state == .won && kind != .offer && kind != .activate
    let byEnding = isOver ? 0 : coolDown.days(after: trigger.state, refusal: trigger.refusal)
    let byKind = trigger.kind == kind && trigger.state != .withdrawn ? window(kind).coolDown : 0
    return trigger.endedOn?.advanced(byDays: max(byEnding, byKind))
  }
}
