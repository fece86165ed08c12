/// What the bank's own experience does to a priority; 1 where there is none.
package struct ConversionFactors: Sendable, Hashable {
  package let kind: Double
  package let product: Double
  package let profile: Double
  package let manager: Double
  /// Their product: that of the first three within the policy's bounds, since they look at the same conversations, and the
  /// manager's within them too, by itself. It is the same for all of a list, and leaves the others what they tell apart.
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
