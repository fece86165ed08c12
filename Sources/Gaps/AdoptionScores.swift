/// Adoption probabilities of all clients that were asked for.
package struct AdoptionScores: Sendable {
  /// Client-major, clients × products; NaN where the product is held, the client has left or was not asked for.
  package let probability: [Float]
  package let productCount: Int

  package func probability(client: Int, product: Int) -> Float { probability[client * productCount + product] }
}
