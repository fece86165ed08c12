import Banking
import Glibc
import Testing

@testable import IdealProfiles

struct MixtureModelTests {
  /// Two components on two features and two products, with round parameters.
  private let model = MixtureModel(
    units: Standardisation(offsets: [10, 0], scales: [2, 1]), weights: [0.25, 0.75], means: [0, 0, 1, 2],
    variances: [1, 1, 4, 1], probabilities: [0.5, 0.2, 0.9, 0.6], productCount: 2)

  private func data(_ continuous: [Double], _ held: [UInt64]) -> MixtureData {
    MixtureData(
      count: held.count, featureCount: 2, productCount: 2, continuous: continuous, held: held)
  }

  private func normal(_ x: Double, _ mean: Double, _ variance: Double) -> Double {
    exp(-(x - mean) * (x - mean) / (2 * variance)) / (2 * .pi * variance).squareRoot()
  }

  @Test("the posterior is the product of weight, densities and product shares, worked out by hand")
  func posterior() {
    let first = 0.25 * normal(1, 0, 1) * normal(0.5, 0, 1) * 0.5 * 0.8
    let second = 0.75 * normal(1, 1, 4) * normal(0.5, 2, 1) * 0.9 * 0.4
    let posterior = model.posteriors(data([12, 0.5], [0b01]))
    #expect(abs(posterior[0] - first / (first + second)) < 1e-12)
  }

  @Test("an unknown value is marginalised: its factor is left out")
  func missing() {
    let first = 0.25 * normal(0.5, 0, 1) * 0.5 * 0.8
    let second = 0.75 * normal(0.5, 2, 1) * 0.9 * 0.4
    let posterior = model.posteriors(data([.nan, 0.5], [0b01]))
    #expect(abs(posterior[1] - second / (first + second)) < 1e-12)
  }

  @Test("stored as plain numbers and read back, the model is the same to the bit")
  func storage() throws {
    let (bank, _) = PlantedBank.threeKinds(200, seed: 3)
    let fitted = MixtureModel.fit(MixtureData(bank.table), components: 3, seed: 5).model
    let back = try #require(MixtureModel(parameters: fitted.parameters))
    #expect(back == fitted)
    #expect(back.parameters.map(\.bitPattern) == fitted.parameters.map(\.bitPattern))
    #expect(MixtureModel(parameters: Array(fitted.parameters.dropLast())) == nil)
    #expect(MixtureModel(parameters: []) == nil)
    #expect(MixtureModel(parameters: fitted.parameters.map { _ in Double.nan }) == nil)
  }

  @Test("stated in other units, the model gives the same posteriors")
  func restated() {
    let other = model.restated(in: Standardisation(offsets: [3, -1], scales: [0.5, 7]))
    let rows = data([12, 0.5, 8, 3, .nan, 1], [0, 1, 3])
    for (a, b) in zip(model.posteriors(rows), other.posteriors(rows)) { #expect(abs(a - b) < 1e-12) }
  }

  @Test("with equal variances of 1 and means 2 apart the Bhattacharyya distance is a half")
  func distance() {
    let pair = MixtureModel(
      units: Standardisation(offsets: [0], scales: [1]), weights: [0.5, 0.5], means: [0, 2], variances: [1, 1],
      probabilities: [0.3, 0.3], productCount: 1)
    #expect(abs(pair.distance(0, 1) - 0.5) < 1e-12)
    #expect(abs(pair.distance(0, 0)) < 1e-12)
  }

  @Test("EM with the priors off never lowers the likelihood", arguments: [1, 2, 3] as [UInt64])
  func monotone(seed: UInt64) {
    let (bank, _) = PlantedBank.threeKinds(150, seed: seed)
    var settings = MixtureSettings()
    settings.weightPrior = 0
    settings.productPrior = 0
    settings.varianceFloor = 1e-9
    settings.tolerance = 0
    let run = ExpectationMaximization(MixtureData(bank.table), settings: settings)
    var random = SeededRandom(seed: seed)
    var model = MixtureSeeding(run).start(components: 3, random: &random)
    var before = -Double.infinity
    for _ in 0..<20 {
      let fit = run.run(from: model, iterations: 1)
      #expect(fit.logLikelihood >= before - 1e-9 * abs(fit.logLikelihood))
      before = fit.logLikelihood
      model = fit.model
    }
  }

  @Test("planted kinds are found again: adjusted Rand index at least 0.95", arguments: [1, 2, 3] as [UInt64])
  func planted(seed: UInt64) {
    let (bank, kinds) = PlantedBank.threeKinds(600, seed: seed)
    let data = MixtureData(bank.table)
    let fit = MixtureModel.fit(data, components: 3, seed: seed)
    #expect(adjustedRandIndex(fit.model.assign(data), kinds) ?? 0 >= 0.95, "seed \(seed)")
  }

  @Test("the order of the rows changes neither the groups nor a given model's answers")
  func permutation() {
    let (bank, _) = PlantedBank.threeKinds(600, seed: 4)
    let data = MixtureData(bank.table)
    var random = SeededRandom(seed: 9)
    let order = Array(0..<600).shuffled(using: &random)
    let model = MixtureModel.fit(data, components: 3, seed: 1).model
    let shuffled = data.rows(order)
    #expect(model.assign(shuffled) == order.map { model.assign(data)[$0] })
    let refitted = MixtureModel.fit(shuffled, components: 3, seed: 1).model
    #expect(adjustedRandIndex(refitted.assign(data), model.assign(data)) ?? 0 >= 0.98)
  }
}
