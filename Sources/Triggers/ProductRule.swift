package import Banking

/// What the policy says of one product beyond the source's own `sellable`, `requires` and `excludes`.
package struct ProductRule: Sendable, Hashable {
  /// Ranked and explained, but no call is about it, a renewal neither.
  package var neverOffer: Bool
  /// Smallest annual turnover of a client to whom it is suitable; a client of unknown turnover passes.
  package var minimumTurnover: Money?
  /// Overrides the policy's minimum probability.
  package var minimumProbability: Double?

  package init(neverOffer: Bool = false, minimumTurnover: Money? = nil, minimumProbability: Double? = nil) {
    self.neverOffer = neverOffer
    self.minimumTurnover = minimumTurnover
    self.minimumProbability = minimumProbability
  }
}
