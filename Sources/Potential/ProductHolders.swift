import Banking
import Features

/// Where the holders of each product stand among the peers, so that products can be looked at side by side.
struct ProductHolders: Sendable {
  private let places: [[Place]]

  private struct Place: Sendable {
    let client: Int32
    let holding: Int32
  }

  init(_ table: FeatureTable) {
    let snapshot = table.snapshot
    var places = [[Place]](repeating: [], count: table.productCount)
    for client in 0..<table.clientCount where table.isPeer(client) {
      for holding in snapshot.holdingStarts[client]..<snapshot.holdingStarts[client + 1] {
        let packed = snapshot.holdings[Int(holding)]
        if packed.isHeld { places[Int(packed.product)].append(Place(client: Int32(client), holding: holding)) }
      }
    }
    self.places = places
  }

  /// Position of the client and of its holding in the snapshot, clients ascending.
  func of(_ product: Int) -> some Sequence<(client: Int, holding: Int)> {
    places[product].lazy.map { (client: Int($0.client), holding: Int($0.holding)) }
  }
}
