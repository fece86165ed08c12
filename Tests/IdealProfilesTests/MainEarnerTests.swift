import Banking
import Cohorts
import Features
import Testing

@testable import IdealProfiles

/// Where one product makes most of a client's income, the client without it must still be found among its own kind.
struct MainEarnerTests {
  /// Shops earn the bank some 60 a month on products 0 and 1. Offices earn 60 on product 0, which is what a shop earns in
  /// all, and `factor` times as much on product 2, which every `every`th office holds.
  private func bank(factor: Int64, every: Int, seed: UInt64) -> PlantedBank {
    var random = SeededRandom(seed: seed)
    let clients = (0..<1_200).map { place in
      let level = Int64(600 + random.below(240))
      guard place >= 600 else {
        return PlantedBank.Client(
          tenureMonths: 20 + random.below(30), turnover: Double(400_000 + random.below(400_000)),
          products: [level / 3, level * 2 / 3, nil])
      }
      return PlantedBank.Client(
        tenureMonths: 50 + random.below(30), turnover: Double(1_500_000 + random.below(1_000_000)),
        products: [level, nil, place % every == 0 ? level * factor : nil])
    }
    return PlantedBank(clients: clients, productCount: 3)
  }

  private func learn(_ table: FeatureTable, _ cohorts: Cohorts) async -> ProfileLearning {
    var settings = ProfileSettings()
    settings.bootstrapResamples = 2
    settings.profileCounts = 2...4
    return await ProfileModel.learn(table, cohorts, settings: settings, seed: 5, threads: 1)
  }

  @Test(
    "offices without their main product stay offices, and no shop is told that its like hold it",
    arguments: [3, 30, 300] as [Int64], [1, 2])
  func mainEarner(factor: Int64, every: Int) async {
    let table = bank(factor: factor, every: every, seed: 31).table
    let cohorts = Cohorts(table, minimumMembers: 50)
    let scoring = await learn(table, cohorts).scoring
    for product in 0..<3 {
      let shops = Set((0..<600).map { scoring.profile(of: $0, without: product) })
      let offices = Set((600..<1_200).map { scoring.profile(of: $0, without: product) })
      #expect(shops.isDisjoint(with: offices), "product \(product): \(shops), \(offices)")
    }
    let ideal = await IdealClients(table, cohorts, scoring, settings: ProfileSettings(), threads: 1)
    for shop in 0..<600 { #expect(ideal.penetration(for: shop, product: 2).holders == 0) }
    for office in 600..<1_200 {
      let share = ideal.penetration(for: office, product: 2).value
      #expect(abs(share - 1 / Double(every)) < 0.15, "office \(office): \(share)")
    }
  }

  @Test("income that moves only with the product leaves no trace in the moments without it")
  func moments() {
    let table = bank(factor: 30, every: 2, seed: 32).table
    let model = MixtureModel.fit(MixtureData(table), components: 3, seed: 1).model
    let moments = model.leaveOneOutMoments(table)
    var poor = bank(factor: 30, every: 2, seed: 32)
    for client in 600..<1_200 { poor.clients[client].products[2] = poor.clients[client].products[2].map { _ in 0 } }
    let plain = poor.table.restated(in: table.scale)
    let posteriors = model.posteriors(MixtureData(table))
    for component in 0..<3 {
      var (weight, sum) = (0.0, 0.0)
      for client in 0..<1_200 {
        weight += posteriors[client * 3 + component]
        sum += posteriors[client * 3 + component] * plain.features(of: client)[1]
      }
      let mean = model.units.offsets[1] + model.units.scales[1] * moments.means[2 * 9 + component]
      #expect(abs(mean - sum / weight) < 1e-9)
    }
  }
}
