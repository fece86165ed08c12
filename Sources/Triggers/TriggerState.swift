/// Where a trigger stands. Live states end in exactly one final state.
package enum TriggerState: String, Sendable, CaseIterable {
  case open, accepted, snoozed
  case declined, won, lost, expired, withdrawn

  package var isFinal: Bool {
    switch self {
    case .open, .accepted, .snoozed: false
    case .declined, .won, .lost, .expired, .withdrawn: true
    }
  }
}
