import Banking
import Features

/// Clients with one held product left out; the question to each row is which product that was.
struct HoldingRows: Sendable {
  let inputs: Int
  let products: Int
  var values: [Float] = []
  var product: [Int16] = []
  var part: [UInt8] = []

  /// Every held product of the clients sampled, each left out in turn.
  init(_ table: FeatureTable, settings: AdoptionSettings, random: SeededRandom) {
    var row = HoldingRow(table)
    inputs = row.names.count
    products = table.productCount
    let peers = (0..<table.clientCount).filter { table.isPeer($0) }
    let share = min(1, Double(settings.maximumHoldingClients) / Double(max(1, peers.count)))
    for client in peers {
      let id = table.snapshot.clients[client].id
      guard TransitionRows.lot(random, id, -2) < UInt64(share * 0x1p32) else { continue }
      let part = UInt8(TransitionRows.lot(random, id, -1) % UInt64(TransitionRows.parts))
      for product in 0..<products where table.holds(client, product) {
        row.fill(client, without: product)
        values += row.values
        self.product.append(Int16(product))
        self.part.append(part)
      }
    }
  }

  var count: Int { product.count }
}
