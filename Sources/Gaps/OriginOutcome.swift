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

  init(_ inputs: TransitionInputs, tonight: Snapshot, horizon: Int) {
    self.inputs = inputs
    let origin = inputs.table.snapshot.asOf
    var seen = 0
    while seen < horizon, AdoptionOrigins.monthsBefore(origin, -(seen + 1)) <= tonight.asOf { seen += 1 }
    monthsSeen = seen
    let end = AdoptionOrigins.monthsBefore(origin, -seen)
    let p = inputs.table.productCount
    var openings = [Int](repeating: 0, count: p)
    var chances = [Int](repeating: 0, count: p)
    var opened: [[Int16]?] = []
    opened.reserveCapacity(inputs.table.clientCount)
    var position = 0
    for client in 0..<inputs.table.clientCount {
      let id = inputs.table.snapshot.clients[client].id
      while position < tonight.clients.count, tonight.clients[position].id < id { position += 1 }
      guard seen > 0, position < tonight.clients.count, tonight.clients[position].id == id, inputs.isPresent(client)
      else {
        opened.append(nil)
        continue
      }
      var products: [Int16] = []
      ClientOwnership.eachOpening(tonight, position, after: origin, upTo: end) {
        if !inputs.table.holds(client, $0) { products.append(Int16($0)) }
      }
      products.sort()
      for product in products { openings[Int(product)] += 1 }
      for product in 0..<p where !inputs.table.holds(client, product) { chances[product] += 1 }
      opened.append(products)
    }
    self.opened = opened
    self.openings = openings
    self.chances = chances
  }

  var total: Int { openings.reduce(0, +) }
}
