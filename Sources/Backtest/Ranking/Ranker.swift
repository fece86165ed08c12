/// Who ranked: xsell, or one of the baselines that users ask about.
package enum Ranker: String, Sendable, CaseIterable {
  case xsell
  /// By how many clients hold it.
  case mostHeld = "most_held"
  /// By how often it has been opened, ever.
  case mostOpened = "most_opened"
  /// By how often it was opened in the month up to the date.
  case openedLastMonth = "most_opened_last_month"
  /// The same three inside the client's own cohort.
  case mostHeldInCohort = "most_held_in_cohort"
  case mostOpenedInCohort = "most_opened_in_cohort"
  case openedLastMonthInCohort = "most_opened_last_month_in_cohort"
  /// By what is held beside the products that the client holds.
  case coOwnership = "co_ownership"
  /// The textbook ideal client: the holdings of the client's k-means cluster minus its own.
  case kMeansProfile = "k_means_profile"

  /// Whether the ranker needs dated openings.
  var needsOpenings: Bool {
    switch self {
    case .mostOpened, .openedLastMonth, .mostOpenedInCohort, .openedLastMonthInCohort: true
    case .xsell, .mostHeld, .mostHeldInCohort, .coOwnership, .kMeansProfile: false
    }
  }
}
