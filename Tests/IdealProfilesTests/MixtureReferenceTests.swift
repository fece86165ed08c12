import Banking
import Foundation
import Testing

@testable import IdealProfiles

/// Agreement with other programs; the fixtures are made by Benchmarks/fixtures.
struct MixtureReferenceTests {
  struct Iris: Decodable {
    let rows, startMeans, startVariances, weights, means, variances: [Double]
    let species: [Int]
    let logLikelihood, bic: Double
  }

  struct Mixed: Decodable {
    let continuous: [Double?]
    let held: [UInt64]
    let weights, means, variances, probabilities: [Double]
    let logLikelihood: Double
  }

  private func fixture<Fixture: Decodable>(_ name: String) throws -> Fixture {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "json"))
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
  }

  private var exact: MixtureSettings {
    var settings = MixtureSettings()
    settings.weightPrior = 0
    settings.productPrior = 0
    settings.varianceFloor = 1e-9
    settings.tolerance = 1e-14
    settings.maximumIterations = 20_000
    settings.restarts = 20
    settings.shortIterations = 50
    return settings
  }

  @Test("from the same start, iris ends where scikit-learn's diagonal Gaussian mixture ends")
  func iris() throws {
    let iris: Iris = try fixture("iris")
    let data = MixtureData(
      count: 150, featureCount: 4, productCount: 0, continuous: iris.rows, held: [UInt64](repeating: 0, count: 150))
    let start = MixtureModel(
      units: Standardisation(offsets: [0, 0, 0, 0], scales: [1, 1, 1, 1]), weights: [1.0 / 3, 1.0 / 3, 1.0 / 3],
      means: iris.startMeans, variances: iris.startVariances, probabilities: [], productCount: 0)
    let fit = MixtureModel.fit(data, startingFrom: start, settings: exact)
    #expect(abs(fit.logLikelihood - iris.logLikelihood) < 1e-6)
    #expect(abs(fit.bic - iris.bic) < 1e-5)
    for k in 0..<3 {
      #expect(abs(fit.model.weights[k] - iris.weights[k]) < 1e-5)
      for f in 0..<4 {
        #expect(abs(fit.model.mean(k, f) - iris.means[k * 4 + f]) < 1e-5)
        #expect(abs(fit.model.variance(k, f) - iris.variances[k * 4 + f]) < 1e-5)
      }
    }
    #expect(adjustedRandIndex(fit.model.assign(data), iris.species) ?? 0 > 0.7)
  }

  @Test("on mixed data with holes, seeded restarts reach the optimum of StepMix with 30 starts")
  func mixed() throws {
    let mixed: Mixed = try fixture("mixed")
    let data = MixtureData(
      count: mixed.held.count, featureCount: 2, productCount: 6, continuous: mixed.continuous.map { $0 ?? .nan },
      held: mixed.held)
    let fit = MixtureModel.fit(data, components: 3, settings: exact, seed: 1)
    #expect(fit.logLikelihood > mixed.logLikelihood - 0.01)
    #expect(abs(fit.logLikelihood - mixed.logLikelihood) < 0.01)
    let order = (0..<3).sorted { fit.model.weights[$0] > fit.model.weights[$1] }
    for (place, k) in order.enumerated() {
      #expect(abs(fit.model.weights[k] - mixed.weights[place]) < 2e-3)
      for f in 0..<2 {
        #expect(abs(fit.model.mean(k, f) - mixed.means[place * 2 + f]) < 5e-3)
        #expect(abs(fit.model.variance(k, f) - mixed.variances[place * 2 + f]) < 1e-2)
      }
      for j in 0..<6 {
        #expect(abs(fit.model.probability(k, j) - mixed.probabilities[place * 6 + j]) < 5e-3)
      }
    }
  }
}
