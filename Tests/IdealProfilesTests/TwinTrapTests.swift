import Banking
import Cohorts
import Features
import Testing

@testable import IdealProfiles

/// Clustering by usage hides the gap: a profile split by a product must not make that product look universal in one half
/// and unknown in the other.
struct TwinTrapTests {
  private static let product = 0

  /// Alike in everything; half of them lack the product, which earns `income` a year.
  private func bank(income: Int64) -> FeatureTable {
    var random = SeededRandom(seed: 21)
    let clients = (0..<1_000).map { place in
      PlantedBank.Client(
        tenureMonths: 20 + random.below(10), products: [place % 2 == 0 ? income : nil, Int64(900 + random.below(200))])
    }
    return PlantedBank(clients: clients, productCount: 2).table
  }

  /// Twin components, identical but for the product (and the income it brings with it).
  private func split(_ table: FeatureTable) -> MixtureModel {
    let run = ExpectationMaximization(MixtureData(table), settings: MixtureSettings())
    var statistics = MixtureStatistics(components: 2, features: 5, products: 2)
    let halves = (0..<table.clientCount).map { table.holds($0, Self.product) ? 0 : 1 }
    statistics.collect(run.rows, assignment: halves)
    return run.maximise(statistics)
  }

  @Test(
    "a profile split by one product still shows about half of its members holding it", arguments: [0, 400] as [Int64])
  func twins(income: Int64) async {
    let table = bank(income: income)
    let model = split(table)
    #expect(model.probability(0, Self.product) > 0.99)
    #expect(model.probability(1, Self.product) < 0.01)
    let scoring = await model.score(table, threads: 1)
    // By its full profile everyone sits with those that are like it in the product...
    for client in 0..<table.clientCount { #expect(Int(scoring.profile[client]) == client % 2) }
    // ...but the question about the product is asked among all of them.
    let ideal = await IdealClients(
      table, Cohorts(table, minimumMembers: 50), scoring, settings: ProfileSettings(), threads: 1)
    for profile in 0..<2 {
      let cell = ideal.cell(cohort: 0, profile: profile, product: Self.product)
      #expect(abs(cell.penetration - 0.5) < 0.08, "profile \(profile) of \(cell.memberCount): \(cell.penetration)")
    }
    for client in 0..<table.clientCount {
      #expect(abs(ideal.penetration(for: client, product: Self.product).value - 0.5) < 0.08)
    }
  }
}
