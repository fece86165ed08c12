import Gaps
import Wording

/// What managers read of an adoption model's reasons. Several inputs say one thing, some for it and some against: only their sum is
/// true to the model.
enum StrongestDrivers {
  private static let count = 3
  /// Log-odds; what is left of sums that cancel out.
  private static let least = 1e-9

  /// The furthest from 0 first, equal ones in the drivers' order; none that comes to nothing.
  static func of(_ reasons: [AdoptionReason]) -> [(driver: Driver, raises: Bool)] {
    var sums = [Double](repeating: 0, count: Driver.allCases.count)
    for reason in reasons { sums[Driver(reason.input).position] += reason.contribution }
    return sums.indices.filter { abs(sums[$0]) > least }
      .sorted { abs(sums[$0]) == abs(sums[$1]) ? $0 < $1 : abs(sums[$0]) > abs(sums[$1]) }
      .prefix(count).map { (Driver.allCases[$0], sums[$0] > 0) }
  }
}

extension Driver {
  /// Among `allCases`.
  var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
