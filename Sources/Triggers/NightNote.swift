/// What the night notes in a trigger's history: here, in `reassign_triggers.sql` and in `requalify_triggers.sql`.
package enum NightNote: Hashable, CaseIterable, Sendable {
  case found, qualified, toManager, toQueue
  case withdrawn(WithdrawalReason)

  package static let allCases: [NightNote] =
    [.found, .qualified, .toManager, .toQueue] + WithdrawalReason.allCases.map { .withdrawn($0) }

  /// As it is stored.
  package var stored: String {
    switch self {
    case .found: "found in the data"
    case .qualified: "priority follows what was found out"
    case .toManager: "moved to another manager"
    case .toQueue: "moved to the queue"
    case .withdrawn(let reason): reason.rawValue
    }
  }
}
