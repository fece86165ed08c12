/// What a trigger asks the manager to do. In order of precedence: of two triggers about the same subject the earlier kind
/// goes first.
package enum TriggerKind: String, Sendable, CaseIterable {
  /// Keep a client that declines or is leaving; about no product.
  case retain
  /// Win back a client that has left or fallen silent; about no product.
  case winBack = "win_back"
  /// Greet a client that is active again after a long silence; about no product.
  case returned
  /// Set a new client up with what clients like it use from the start; about no single product.
  case welcome
  /// Keep the money of an account that matures.
  case renew
  /// Offer a product the client lacks.
  case offer
  /// Wake a product that is open but unused.
  case activate
  /// Bring a product that is used far below the profile's usual measure up to it.
  case deepen
}

extension TriggerKind: Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
