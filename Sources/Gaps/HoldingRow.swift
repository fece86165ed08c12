import Banking
import Features
import Glibc

/// Writes what the holding model sees of a client when one product is left out: its other products, its figures without
/// that product, and every fact the bank knows.
struct HoldingRow: Sendable {
  let table: FeatureTable
  let names: [AdoptionInput]
  private let categories: [[Int32]]
  private let quantities: [[Double]]
  private(set) var values: [Float] = []
  /// Of the row: products held, the one that is left out not counted.
  private(set) var held = 0

  init(_ table: FeatureTable) {
    self.table = table
    let snapshot = table.snapshot
    var categories: [(PeerGrouping, [Int32])] = []
    if snapshot.regions.count > 1 { categories.append((.region, snapshot.clients.map(\.region))) }
    if snapshot.industries.count > 1 { categories.append((.industry, snapshot.clients.map(\.industry))) }
    if snapshot.legalForms.count > 1 { categories.append((.legalForm, snapshot.clients.map(\.legalForm))) }
    var quantities: [(String, [Double])] = []
    for column in snapshot.attributes.columns {
      switch column.values {
      case .category(_, let codes): categories.append((.attribute(column.name), codes))
      case .quantity(let values): quantities.append((column.name, values))
      }
    }
    self.categories = categories.map(\.1)
    self.quantities = quantities.map(\.1)
    names =
      (0..<table.productCount).map { .holds($0) } + [.productCount, .tenure, .income, .size, .trend, .activity]
      + categories.map { .category($0.0) } + quantities.map { .quantity($0.0) }
  }

  /// Writes the client's row with `product` left out; nil = nothing left out.
  mutating func fill(_ client: Int, without product: Int?) {
    values.removeAll(keepingCapacity: true)
    held = 0
    for other in 0..<table.productCount {
      let holds = other != product && table.holds(client, other)
      values.append(holds ? 1 : 0)
      if holds { held += 1 }
    }
    values.append(Float(log(1 + Double(held))))
    if let product, let holding = table.snapshot.holdings(of: client).first(where: { Int($0.product) == product }) {
      for feature in table.features(of: client, without: holding) { values.append(Float(feature)) }
    } else {
      for feature in table.features(of: client) { values.append(Float(feature)) }
    }
    for codes in categories { values.append(codes[client] < 0 ? .nan : Float(codes[client])) }
    for quantity in quantities { values.append(Float(quantity[client])) }
  }
}
