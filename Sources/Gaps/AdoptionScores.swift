/// Adoption probabilities of all clients.
package struct AdoptionScores: Sendable {
  /// Client-major, clients × products; NaN where the product is held or the client has left.
  package let probability: [Float]
  package let productCount: Int

  package func probability(client: Int, product: Int) -> Float { probability[client * productCount + product] }
}
