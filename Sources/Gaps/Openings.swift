package import Banking
package import Features

/// What the clients of a past date opened afterwards, read from a later snapshot: the one definition by which the model
/// learns and by which it is judged.
package struct Openings: Sendable {
  /// By the past date's client: ascending positions of products opened; nil = not there, or not to be seen any more. Where
  /// nobody says when clients came, `later` knows what was first seen of them.
  package let products: [[Int16]?]

  /// - Parameters:
  ///   - end: the last day looked at; not after `later`'s.
  ///   - later: knows the same products.
  package init(after then: FeatureTable, until end: BusinessDate, in later: Snapshot) {
    let positions = then.snapshot.positions(in: later)
    products = (0..<then.clientCount).map { client -> [Int16]? in
      guard let position = positions[client], then.isPresent(client),
        let came = later.seenSince(position), came <= then.snapshot.asOf
      else { return nil }
      var products: [Int16] = []
      ClientOwnership.eachOpening(later, position, after: then.snapshot.asOf, upTo: end) {
        if !then.holds(client, $0) { products.append(Int16($0)) }
      }
      return products.sorted()
    }
  }
}

extension FeatureTable {
  /// Whether the client could open something: it had come and not left by the date.
  package func isPresent(_ client: Int) -> Bool {
    let facts = snapshot.clients[client]
    return facts.closedOn == nil && facts.openedOn.map { $0 <= snapshot.asOf } ?? true
  }
}
