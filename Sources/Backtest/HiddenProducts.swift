import Banking
import Features

/// The leave-one-out question: one held product of some clients is taken out as if it had never been; can it be named?
struct HiddenProducts: Sendable {
  /// The bank without them.
  let snapshot: Snapshot
  /// By client: the product hidden; nil = none.
  let hidden: [Int16?]

  /// Of the clients that hold two products or more.
  static let share = 0.3

  /// Whose product is hidden, and which, depends on the seed and the client alone.
  init(_ snapshot: Snapshot, random: SeededRandom) {
    let hidden = snapshot.clients.indices.map { client -> Int16? in
      let held = snapshot.holdings(of: client).filter(\.isHeld)
      var stream = random.stream(UInt64(bitPattern: snapshot.clients[client].id.rawValue))
      guard snapshot.clients[client].closedOn == nil, held.count > 1, stream.uniform() < Self.share else { return nil }
      return held[stream.below(held.count)].product
    }
    self.hidden = hidden
    self.snapshot = snapshot.without(hidden)
  }

  /// Only the clients that lack something are asked about.
  func trial(_ table: FeatureTable) -> Trial { Trial(table, taken: hidden.map { $0.map { [$0] } }) }
}

extension Snapshot {
  fileprivate func without(_ hidden: [Int16?]) -> Snapshot {
    var starts: [Int32] = [0]
    var kept = Holdings()
    for client in clients.indices {
      for holding in holdings(of: client) where holding.product != hidden[client] { kept.append(holding) }
      starts.append(Int32(kept.count))
    }
    return Snapshot(
      bank: bank, asOf: asOf, catalogue: catalogue, regions: regions, industries: industries, legalForms: legalForms,
      clients: clients, attributes: attributes, holdingStarts: starts, holdings: kept, spells: spells,
      monthsOfHistory: monthsOfHistory, monthlyIncome: monthlyIncome, monthlyOperations: monthlyOperations)
  }
}
