/// Adoption probabilities of all clients.
package struct AdoptionScores: Sendable {
  /// Client-major, clients × products; NaN where the product is held or the client has left.
  package let probability: [Float]
  package let productCount: Int

  package func probability(client: Int, product: Int) -> Float { probability[client * productCount + product] }

  /// The products the client does not hold, best first; equal probabilities in order of product code.
  package func ranking(of client: Int) -> [Int] {
    let row = probability[client * productCount..<(client + 1) * productCount]
    return row.indices.filter { !row[$0].isNaN }
      .sorted { (-row[$0], $0) < (-row[$1], $1) }
      .map { $0 - row.startIndex }
  }
}
