/// What the bank's own experience does to a priority; 1 where there is none.
package struct ConversionFactors: Sendable, Hashable {
  package let kind: Double
  package let product: Double
  package let profile: Double
  package let manager: Double
  /// That of the first three within the policy's bounds, since they look at the same conversations, times the manager's within them:
  /// on one list it is much the same for all, and leaves the others what they tell apart.
  package let total: Double

  init(kind: Double, product: Double, profile: Double, manager: Double, bounds: ClosedRange<Double>) {
    self.kind = kind
    self.product = product
    self.profile = profile
    self.manager = manager
    func bounded(_ factor: Double) -> Double { min(bounds.upperBound, max(bounds.lowerBound, factor)) }
    total = bounded(kind * product * profile) * bounded(manager)
  }
}
