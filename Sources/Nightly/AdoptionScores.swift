import Features
import Gaps
import IdealProfiles
import Policy

/// The chance that each client opens each product, client-major; NaN for what it holds.
package struct AdoptionScores: Sendable {
  package let basis: String
  private let probabilities: [Float]
  private let productCount: Int

  init(
    _ input: NightInput, _ ideals: IdealClients, _ profiles: NightProfiles, settings: PolicySettings, threads: Int
  ) async throws {
    basis = "penetration"
    productCount = ideals.table.productCount
    var probabilities = [Float](repeating: .nan, count: ideals.table.clientCount * productCount)
    for client in 0..<ideals.table.clientCount {
      for product in 0..<productCount where !ideals.table.holds(client, product) {
        probabilities[client * productCount + product] = Float(ideals.penetration(for: client, product: product).value)
      }
    }
    self.probabilities = probabilities
  }

  func probability(_ client: Int, _ product: Int) -> Float { probabilities[client * productCount + product] }
}
