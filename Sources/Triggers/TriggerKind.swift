/// What a trigger asks the manager to do.
package enum TriggerKind: String, Sendable, CaseIterable {
  /// Offer a product the client lacks.
  case offer
  /// Wake a product that is open but unused.
  case activate
  /// Bring a product that is used far below the profile's usual measure up to it.
  case deepen
  /// Keep a client that declines or is leaving; about no product.
  case retain
}
