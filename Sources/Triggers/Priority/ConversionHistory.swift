package import Banking

/// How the bank's conversations have ended up to the as-of date.
package struct ConversionHistory: Sendable {
  /// Of kinds whose ends count whether anybody called or not, and of those of which only answered ones do: far fewer of the former
  /// are won, so each is compared with its like.
  package var all = Ended()
  package var answered = Ended()

  package struct Ended: Sendable {
    package var overall = ConversionCount()
    package var byKind: [TriggerKind: ConversionCount] = [:]
    package var byProduct: [ProductCode: ConversionCount] = [:]
    /// By identity of the profile that was asked.
    package var byProfile: [Int: ConversionCount] = [:]
    package var byManager: [ManagerID: ConversionCount] = [:]

    package init() {}
  }

  package init() {}

  /// How much better or worse than usual the bank's conversations of this kind, about this product, with clients of this
  /// profile, by this manager have gone. One factor each, so that each is a sentence that anyone can check with one count.
  func factors(
    kind: TriggerKind, product: ProductCode?, profile: Int?, manager: ManagerID?, policy: ConversionPolicy
  ) -> ConversionFactors {
    let ended = kind.traits.countsUncalled ? all : answered
    func factor(_ count: ConversionCount?) -> Double {
      policy.factor(count ?? ConversionCount(), overall: ended.overall)
    }
    return ConversionFactors(
      kind: factor(ended.byKind[kind]), product: factor(product.flatMap { ended.byProduct[$0] }),
      profile: factor(profile.flatMap { ended.byProfile[$0] }),
      manager: factor(manager.flatMap { ended.byManager[$0] }),
      bounds: policy.least...max(policy.least, policy.most))
  }
}
