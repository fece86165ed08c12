import Backtest

extension Ranker {
  /// For people.
  var name: String {
    switch self {
    case .xsell: "xsell"
    case .mostHeld: "most held"
    case .mostOpened: "most opened"
    case .openedLastMonth: "most opened last month"
    case .mostHeldInCohort: "most held in the cohort"
    case .mostOpenedInCohort: "most opened in the cohort"
    case .openedLastMonthInCohort: "… last month in the cohort"
    case .coOwnership: "held together (item to item)"
    case .kMeansProfile: "k-means ideal profile"
    }
  }
}
