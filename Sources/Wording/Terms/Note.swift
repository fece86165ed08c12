/// What has to be said about the figures themselves.
package enum Note: Sendable, CaseIterable {
  /// The bank supplies no income.
  case incomeUnknown
  /// Of a product nobody knows what it would bring.
  case worthUnknown
  /// Basis `holding`.
  case holdingNotOpening
  /// Basis `penetration`.
  case shareNotForecast
  case noRecommendations, emptyWorklist, noProfiles, noRuns
}
