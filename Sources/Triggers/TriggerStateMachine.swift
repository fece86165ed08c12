package import Banking

/// Which action leads from which state to which. Pure: the only rules about a trigger's life are here.
package enum TriggerStateMachine {
  /// How far a conversation can be put off: a year, on whatever day of it one counts.
  package static let longestDelay = 366

  /// The state after `action`, or the refusal that says what is allowed instead.
  /// - Parameters:
  ///   - state: nil = the trigger does not exist yet.
  ///   - today: the business date on which it happens.
  package static func apply(
    _ action: TriggerAction, to state: TriggerState?, on today: BusinessDate
  ) throws(TransitionRefusal) -> TriggerState {
    guard let next = next(after: action.verb, in: state) else {
      throw .notAllowed(action.verb, in: state, allowed: allowed(in: state, byManager: action.verb.isManagers))
    }
    let furthest = today.advanced(byDays: longestDelay)
    switch action {
    case .snooze(let until) where until <= today: throw .snoozeNotInFuture(until: until, today: today)
    case .snooze(let until) where until > furthest: throw .snoozeTooFar(until: until, today: today)
    case .decline(_, let askOn?) where askOn <= today: throw .askNotInFuture(on: askOn, today: today)
    case .decline(_, let askOn?) where askOn > furthest: throw .askTooFar(on: askOn, today: today)
    case .wake(wasAccepted: true): return .accepted
    default: return next
    }
  }

  /// What the manager (or the night) may do in a state, in the order of `Verb`.
  package static func allowed(in state: TriggerState?, byManager: Bool) -> [TriggerAction.Verb] {
    TriggerAction.Verb.allCases.filter { $0.isManagers == byManager && next(after: $0, in: state) != nil }
  }

  /// A client can refuse or ask for time even after the manager has accepted the task, so accepted allows both.
  private static func next(after verb: TriggerAction.Verb, in state: TriggerState?) -> TriggerState? {
    guard let state else { return verb == .raise ? .open : nil }
    guard !state.isFinal else { return nil }
    return switch verb {
    case .accept: state == .accepted ? nil : .accepted
    case .decline: .declined
    case .snooze: .snoozed
    case .win, .findWon: .won
    case .lose: .lost
    case .raise: nil
    case .wake: state == .snoozed ? .open : nil
    case .expire: state == .snoozed ? nil : .expired
    case .withdraw: .withdrawn
    }
  }
}
