package import Banking

/// Managers calling their clients about what these need. A call makes nobody need anything: who needs a product takes it
/// sooner, and here rather than elsewhere, the more so the more diligent its manager.
package struct ManagerCalls: Sendable {
  package let since: Month
  /// Factor on the pace of taking what is needed, with a manager of average diligence.
  package let lift: Double

  package init(since: Month, lift: Double) {
    self.since = since
    self.lift = lift
  }
}
