/// How much a finding matters.
package enum CheckSeverity: String, Sendable, Comparable, CaseIterable {
  /// No fault: what the data do not say, or say of another time.
  case information
  /// Somebody should look; the result is right for all other rows.
  case warning
  /// The result would be wrong for the whole bank.
  case error

  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .information: 0
    case .warning: 1
    case .error: 2
    }
  }
}
