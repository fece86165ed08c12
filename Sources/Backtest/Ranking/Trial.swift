import Banking
package import Features
import Gaps

/// What is asked of every ranker: who was there on a date, what each could take, and what it took.
package struct Trial: Sendable {
  package let table: FeatureTable
  /// By client: ascending positions of the products taken; nil = not there, and not asked about.
  package let taken: [[Int16]?]

  package init(_ table: FeatureTable, taken: [[Int16]?]) {
    self.table = table
    self.taken = taken
  }

  var clientCount: Int { table.clientCount }
  var productCount: Int { table.productCount }

  func isAsked(_ client: Int) -> Bool { taken[client] != nil }

  /// Whether the pair is ranked: the client is there and does not hold the product.
  func isCandidate(_ client: Int, _ product: Int) -> Bool { isAsked(client) && !table.holds(client, product) }

  /// Every pair that is ranked: its place in client-major arrays, its product and whether it was taken.
  var candidates: some Sequence<(cell: Int, product: Int, isTaken: Bool)> {
    (0..<clientCount).lazy.filter { isAsked($0) }.flatMap { client in
      (0..<productCount).lazy.filter { !table.holds(client, $0) }.map {
        (client * productCount + $0, $0, taken[client]?.contains(Int16($0)) ?? false)
      }
    }
  }

  /// Whether the client had held the product before and dropped it.
  func isReturn(_ client: Int, _ product: Int16) -> Bool {
    table.snapshot.holdings(of: client).contains { $0.product == product && !$0.spells.isEmpty && !$0.isHeld }
  }

  /// The client's products taken, all of them or only those of the kind.
  func taken(_ client: Int, _ kind: Takings) -> [Int16] {
    let all = taken[client] ?? []
    return switch kind {
    case .all: all
    case .firstTime: all.filter { !isReturn(client, $0) }
    case .winBack: all.filter { isReturn(client, $0) }
    }
  }
}
