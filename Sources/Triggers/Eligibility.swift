import Banking

/// Whether a client may be called about a product at all: facts of the client, the catalogue and the policy's rules.
struct Eligibility {
  private let input: TriggerNightInput
  private let rules: OfferRules

  init(_ input: TriggerNightInput, policy: TriggerPolicy) {
    self.input = input
    rules = OfferRules(input.catalogue, policy: policy)
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
    // A product that is no longer sold can still be used more by those who have it.
    guard kind == .offer else { return rules[position].neverOffer ? .neverOffered : nil }
    return rules.obstacle(position, annualTurnover: input.clients[client].annualTurnover) { input.holds(client, $0) }
  }

  /// The product's own minimum probability, where it has one.
  func minimumProbability(_ product: Int16) -> Double? { rules[Int(product)].minimumProbability }
}
