import Banking
import Features

/// What the clients of a past origin opened afterwards, read from tonight's spells.
struct OriginOutcome: Sendable {
  let inputs: TransitionInputs
  /// By the origin's client: ascending positions of products opened; nil = not there, or not to be seen any more.
  let opened: [[Int16]?]
  /// By product: openings, and clients that could have.
  let openings: [Int]
  let chances: [Int]
  /// Months of the horizon that have passed.
  let monthsSeen: Int
  /// Months from the origin to tonight.
  let monthsAgo: Int

  init(_ inputs: TransitionInputs, tonight: Snapshot, horizon: Int) {
    self.inputs = inputs
    let origin = inputs.table.snapshot.asOf
    var seen = 0
    while seen < horizon, AdoptionOrigins.monthsBefore(origin, -(seen + 1)) <= tonight.asOf { seen += 1 }
    monthsSeen = seen
    monthsAgo = tonight.asOf.calendarMonth.months(since: origin.calendarMonth)
    let end = AdoptionOrigins.monthsBefore(origin, -seen)
    let table = inputs.table
    let positions = Self.positions(of: table.snapshot, in: tonight)
    let opened = (0..<table.clientCount).map { client -> [Int16]? in
      guard seen > 0, let position = positions[client], inputs.isPresent(client) else { return nil }
      var products: [Int16] = []
      ClientOwnership.eachOpening(tonight, position, after: origin, upTo: end) {
        if !table.holds(client, $0) { products.append(Int16($0)) }
      }
      return products.sorted()
    }
    self.opened = opened
    openings = (0..<table.productCount).map { product in
      opened.reduce(0) { $0 + ($1?.contains(Int16(product)) == true ? 1 : 0) }
    }
    chances = (0..<table.productCount).map { product in
      opened.indices.reduce(0) { $0 + (opened[$1] != nil && !table.holds($1, product) ? 1 : 0) }
    }
  }

  /// Where each client of a past snapshot stands tonight; both ascend by id.
  private static func positions(of then: Snapshot, in tonight: Snapshot) -> [Int?] {
    var position = 0
    return then.clients.map { client in
      while position < tonight.clients.count, tonight.clients[position].id < client.id { position += 1 }
      return position < tonight.clients.count && tonight.clients[position].id == client.id ? position : nil
    }
  }

  var total: Int { openings.reduce(0, +) }
}
