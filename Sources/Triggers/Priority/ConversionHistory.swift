package import Banking

/// How the bank's conversations have ended up to the as-of date.
package struct ConversionHistory: Sendable {
  package var overall = ConversionCount()
  package var byKind: [TriggerKind: ConversionCount] = [:]
  package var byProduct: [ProductCode: ConversionCount] = [:]
  /// By identity of the profile that was asked.
  package var byProfile: [Int: ConversionCount] = [:]
  package var byManager: [ManagerID: ConversionCount] = [:]

  package init() {}

  /// How much better or worse than usual the bank's conversations of this kind, about this product, with clients of this
  /// profile, by this manager have gone. One factor each, so that each is a sentence that anyone can check with one
  /// count; since the four look at the same conversations, their product is bounded and not taken at its word.
  func factors(
    kind: TriggerKind, product: ProductCode?, profile: Int?, manager: ManagerID?, policy: ConversionPolicy
  ) -> ConversionFactors {
    func factor(_ count: ConversionCount?) -> Double { policy.factor(count ?? ConversionCount(), overall: overall) }
    return ConversionFactors(
      kind: factor(byKind[kind]), product: factor(product.flatMap { byProduct[$0] }),
      profile: factor(profile.flatMap { byProfile[$0] }), manager: factor(manager.flatMap { byManager[$0] }),
      bounds: policy.least...max(policy.least, policy.most))
  }
}
