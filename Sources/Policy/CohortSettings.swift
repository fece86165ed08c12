/// Whom a client is compared with.
package struct CohortSettings: Sendable, Equatable {
  /// Clients a cell or an industry needs to be a cohort of its own; a smaller one backs off to the next wider. Default
  /// 50: a penetration is then known to within 14 percentage points.
  package var minimumMembers = 50

  package init() {}
}
