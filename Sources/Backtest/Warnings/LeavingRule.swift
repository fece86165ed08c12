import Banking
import LifeCycle

/// What flags a client as about to leave.
package enum LeavingRule: String, Sendable, CaseIterable {
  /// The night's stage is decline or leaving.
  case stages
  /// No operation in the last two complete months: what a bank can see without any of this.
  case silentSixtyDays = "silent_60_days"

  /// By position in the vantage's clients. A client without an operation in the history known says nothing.
  func flags(_ month: StagedClients) -> [Bool] {
    switch self {
    case .stages: month.stages.map { $0?.stage == .decline || $0?.stage == .leaving }
    case .silentSixtyDays: month.view.clients.map { month.view.monthsSinceOperation($0).map { $0 >= 2 } ?? false }
    }
  }
}
