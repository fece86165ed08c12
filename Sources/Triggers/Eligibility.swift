import Banking

/// Whether a client may be called about a product at all: facts of the client, the catalogue and the policy's rules.
struct Eligibility {
  private let input: TriggerNightInput
  private let rules: [ProductRule]
  /// By product: what must be held first, and what must not be held beside it. An exclusion counts in both directions;
  /// codes that are not in the catalogue are left to the check of the source.
  private let requires: [[Int16]]
  private let excludes: [[Int16]]

  init(_ input: TriggerNightInput, policy: TriggerPolicy) {
    self.input = input
    let catalogue = input.catalogue
    rules = catalogue.products.map { policy.products[$0.code] ?? ProductRule() }
    requires = catalogue.products.map { $0.requires.compactMap { catalogue.index(of: $0).map { Int16($0) } } }
    var excludes = [Set<Int16>](repeating: [], count: catalogue.count)
    for (product, facts) in catalogue.products.enumerated() {
      for other in facts.excludes.compactMap({ catalogue.index(of: $0) }) where other != product {
        excludes[product].insert(Int16(other))
        excludes[other].insert(Int16(product))
      }
    }
    self.excludes = excludes.map { $0.sorted() }
  }

  /// What forbids any call of the kind to the client; one that has left may be won back.
  func obstacle(_ client: Int, _ kind: TriggerKind) -> RecommendationStatus.Ineligibility? {
    let situation = input.clients[client]
    if situation.hasLeft, kind != .winBack { return .clientLeft }
    return situation.contactAllowed ? nil : .contactNotAllowed
  }

  /// What forbids a call about this product; the first fact that does.
  func obstacle(_ client: Int, product: Int16, kind: TriggerKind) -> RecommendationStatus.Ineligibility? {
    let position = Int(product)
    guard input.holds(client, position) == (kind.traits.subject == .heldProduct) else { return .holdingContradicts }
    if rules[position].neverOffer { return .neverOffered }
    // A product that is no longer sold can still be used more by those who have it.
    guard kind == .offer else { return nil }
    if !input.catalogue[position].sellable { return .notSellable }
    for needed in requires[position] where !input.holds(client, Int(needed)) { return .prerequisiteMissing(needed) }
    for other in excludes[position] where input.holds(client, Int(other)) { return .excludedBy(other) }
    if let least = rules[position].minimumTurnover, let turnover = input.clients[client].annualTurnover,
      turnover < least
    {
      return .turnoverTooLow
    }
    return nil
  }

  /// The product's own minimum probability, where it has one.
  func minimumProbability(_ product: Int16) -> Double? { rules[Int(product)].minimumProbability }
}
