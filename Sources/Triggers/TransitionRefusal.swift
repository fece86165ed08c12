package import Banking

/// Why an action does not apply to a trigger, with what would.
package enum TransitionRefusal: Error, Hashable, CustomStringConvertible {
  /// The state allows other actions only; `allowed` are the same party's (manager's or night's).
  case notAllowed(TriggerAction.Verb, in: TriggerState?, allowed: [TriggerAction.Verb])
  case snoozeNotInFuture(until: BusinessDate, today: BusinessDate)
  case snoozeTooFar(until: BusinessDate, today: BusinessDate)
  case askNotInFuture(on: BusinessDate, today: BusinessDate)
  case askTooFar(on: BusinessDate, today: BusinessDate)

  package var description: String {
    switch self {
    case .notAllowed(let verb, let state, let allowed):
      let standing = state.map { "is \($0.rawValue)" } ?? "does not exist yet"
      let choice =
        allowed.isEmpty
        ? "nothing more can be done to it" : "it allows: \(allowed.map(\.rawValue).joined(separator: ", "))"
      return "The trigger \(standing), so \"\(verb.rawValue)\" does not apply; \(choice)."
    case .snoozeNotInFuture(let until, let today):
      return "A trigger cannot be snoozed until \(until), which is not after \(today); give a later date."
    case .snoozeTooFar(let until, let today):
      return "A trigger cannot be snoozed until \(until), \(Self.tooFar(today)); give an earlier date."
    case .askTooFar(let day, let today):
      return "A client cannot ask to be called on \(day), \(Self.tooFar(today)); give an earlier date."
    case .askNotInFuture(let day, let today):
      return "A client cannot ask to be called on \(day), which is not after \(today); give a later date."
    }
  }

  private static func tooFar(_ today: BusinessDate) -> String {
    "more than \(TriggerStateMachine.longestDelay) days after \(today)"
  }
}
