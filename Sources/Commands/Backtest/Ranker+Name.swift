import Backtest

extension Ranker {
  /// For people.
  var name: String {
    switch self {
    case .xsell: "xsell"
    case .mostHeld: "most held"
    case .mostOpened: "most opened"
    case .openedLastMonth: "most opened last month"
    case .mostHeldInCohort: "cohort's most held"
    case .mostOpenedInCohort: "cohort's most opened"
    case .openedLastMonthInCohort: "cohort's last month"
    case .coOwnership: "held together (item to item)"
    case .kMeansProfile: "k-means ideal profile"
    }
  }
}
