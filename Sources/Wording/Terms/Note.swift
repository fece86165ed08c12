/// What has to be said about the figures themselves.
package enum Note: Sendable, CaseIterable {
  /// The bank supplies no income.
  case incomeUnknown
  /// Basis `holding`.
  case holdingNotOpening
  /// Basis `penetration`.
  case shareNotForecast
  case noRecommendations, emptyWorklist, noProfiles, noRuns
}
