package import Banking

/// Which products may be offered to whom: what the source says of each, and the policy's rule for it.
package struct OfferRules: Sendable {
  private let catalogue: Catalogue
  private let rules: [ProductRule]
  /// By product: what must be held first, nil where nobody can hold it because it is not in the catalogue; and what must not be
  /// held beside it, which counts in both directions.
  private let requires: [[Int16?]]
  private let excludes: [[Int16]]

  package init(_ catalogue: Catalogue, policy: TriggerPolicy) {
    self.catalogue = catalogue
    rules = catalogue.products.map { policy.products[$0.code] ?? ProductRule() }
    requires = catalogue.products.map { $0.requires.map { catalogue.index(of: $0).map { Int16($0) } } }
    var excludes = [Set<Int16>](repeating: [], count: catalogue.count)
    for (product, facts) in catalogue.products.enumerated() {
      for other in facts.excludes.compactMap({ catalogue.index(of: $0) }) where other != product {
        excludes[product].insert(Int16(other))
        excludes[other].insert(Int16(product))
      }
    }
    self.excludes = excludes.map { $0.sorted() }
  }

  subscript(product: Int) -> ProductRule { rules[product] }

  /// Whether a client that holds one of the products may not have the other.
  package func exclude(_ one: Int, _ other: Int) -> Bool { excludes[one].contains(Int16(other)) }

  /// What forbids offering the product to a client that does not hold it; the first fact that does.
  /// - Parameter holds: whether the client holds a product.
  package func obstacle(
    _ product: Int, annualTurnover: Money?, holds: (Int) -> Bool
  ) -> RecommendationStatus.Ineligibility? {
    if rules[product].neverOffer { return .neverOffered }
    if !catalogue[product].sellable { return .notSellable }
    for needed in requires[product] where !(needed.map { holds(Int($0)) } ?? false) {
      return .prerequisiteMissing(needed)
    }
    for other in excludes[product] where holds(Int(other)) { return .excludedBy(other) }
    if let least = rules[product].minimumTurnover, let annualTurnover, annualTurnover < least {
      return .turnoverTooLow
    }
    return nil
  }
}
