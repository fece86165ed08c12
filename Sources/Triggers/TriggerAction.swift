package import Banking

/// What can be done to a trigger: by its manager (the first five) or by the night (the others).
package enum TriggerAction: Sendable, Hashable {
  case accept
  /// With the day on which the client wants to be asked again, where it named one.
  case decline(RefusalReason, askOn: BusinessDate? = nil)
  /// Out of sight until the date, which must lie in the future.
  case snooze(until: BusinessDate)
  case win
  case lose
  case raise
  /// A snoozed trigger's date has come; one that was accepted before is so again.
  case wake(wasAccepted: Bool)
  /// The wanted result shows in the data.
  case findWon
  case expire
  case withdraw(WithdrawalReason)

  /// The action's kind, without its facts.
  package var verb: Verb {
    switch self {
    case .accept: .accept
    case .decline: .decline
    case .snooze: .snooze
    case .win: .win
    case .lose: .lose
    case .raise: .raise
    case .wake: .wake
    case .findWon: .findWon
    case .expire: .expire
    case .withdraw: .withdraw
    }
  }

  /// Actions without their facts; raw values are the words used in messages and in the event log. The manager's are
  /// the words of the command line.
  package enum Verb: String, Sendable, CaseIterable {
    case accept, decline, snooze
    case win = "won"
    case lose = "lost"
    case raise, wake
    case findWon = "find_won"
    case expire, withdraw

    package var isManagers: Bool {
      switch self {
      case .accept, .decline, .snooze, .win, .lose: true
      case .raise, .wake, .findWon, .expire, .withdraw: false
      }
    }
  }
}
