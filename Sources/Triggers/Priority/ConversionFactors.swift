/// What the bank's own experience does to a priority; 1 where there is none.
package struct ConversionFactors: Sendable, Hashable {
  package let kind: Double
  package let product: Double
  package let profile: Double
  package let manager: Double
  /// Their product, within the policy's bounds.
  package let total: Double

  init(kind: Double, product: Double, profile: Double, manager: Double, bounds: ClosedRange<Double>) {
    self.kind = kind
    self.product = product
    self.profile = profile
    self.manager = manager
    total = min(bounds.upperBound, max(bounds.lowerBound, kind * product * profile * manager))
  }
}
