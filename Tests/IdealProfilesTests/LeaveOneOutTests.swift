import Banking
import Cohorts
import Features
import Glibc
import Testing

@testable import IdealProfiles

struct LeaveOneOutTests {
  /// Clients that have nothing in common: any income, also negative, some products used without income.
  private func randomBank(seed: UInt64) -> PlantedBank {
    var random = SeededRandom(seed: seed)
    let clients = (0..<120).map { _ in
      PlantedBank.Client(
        tenureMonths: random.below(8) == 0 ? nil : random.below(90),
        turnover: random.below(5) == 0 ? nil : Double(1_000 * (1 + random.below(900))),
        products: (0..<4).map { product in
          random.below(2) == 0 ? nil : random.below(4) == 0 ? 0 : Int64(random.below(3_000 * (1 + product)) - 200)
        })
    }
    return PlantedBank(clients: clients, productCount: 4, months: seed % 3 == 0 ? 4 : 12)
  }

  /// By product and client: the features in their own units, without the product.
  private func without(_ product: Int, _ table: FeatureTable) -> [[Double]] {
    (0..<table.clientCount).map { client in
      let holding = table.snapshot.holdings(of: client).first { Int($0.product) == product }
      return holding.map { Array(table.features(of: client, without: $0)) }
        ?? Array(table.features(of: client))
    }
  }

  /// log of weight, Gaussian and Bernoulli factors, with product `left` out, from the definition: moments of income, trend
  /// and activity without it in the features' own units.
  private func logTerms(
    _ model: MixtureModel, _ component: Int, _ rows: [[Double]], _ table: FeatureTable, leaving left: Int
  ) -> [Double] {
    let posteriors = model.posteriors(MixtureData(table))
    var terms = [Double](repeating: log(model.weights[component]), count: rows.count)
    for f in 0..<5 where model.units.scales[f] > 0 {
      var (mean, variance) = (model.mean(component, f), model.variance(component, f))
      if left >= 0, f == 1 || f == 3 || f == 4 {
        let known = rows.indices.filter { !rows[$0][f].isNaN }
        let share = { (client: Int) in posteriors[client * model.componentCount + component] }
        let weight = known.reduce(0) { $0 + share($1) }
        mean = known.reduce(0) { $0 + share($1) * rows[$1][f] } / weight
        variance = known.reduce(0) { $0 + share($1) * (rows[$1][f] - mean) * (rows[$1][f] - mean) } / weight
        variance = max(variance, MixtureSettings().varianceFloor * model.units.scales[f] * model.units.scales[f])
      }
      for (client, x) in rows.enumerated() where !x[f].isNaN {
        terms[client] -= 0.5 * log(2 * .pi * variance) + (x[f] - mean) * (x[f] - mean) / (2 * variance)
      }
    }
    for client in rows.indices {
      for j in 0..<model.productCount where j != left {
        let share = model.probability(component, j)
        terms[client] += log(table.holds(client, j) ? share : 1 - share)
      }
    }
    return terms
  }

  @Test(
    "leave-one-out equals the posterior worked out anew without the product, its income and operations",
    arguments: 1...6 as ClosedRange<UInt64>)
  func bruteForce(seed: UInt64) async {
    let table = randomBank(seed: seed).table
    let model = MixtureModel.fit(MixtureData(table), components: 3, seed: seed).model
    let scoring = await model.score(table, threads: 1)
    for product in 0..<4 {
      let rows = without(product, table)
      let terms = (0..<3).map { logTerms(model, $0, rows, table, leaving: product) }
      for client in 0..<table.clientCount {
        let best = terms.map { $0[client] }.max() ?? 0
        #expect(terms[scoring.profile(of: client, without: product)][client] >= best - 1e-9, "seed \(seed)")
      }
    }
    let whole = (0..<table.clientCount).map { Array(table.features(of: $0)) }
    let terms = (0..<3).map { logTerms(model, $0, whole, table, leaving: -1) }
    for client in 0..<table.clientCount {
      let own = terms[Int(scoring.profile[client])][client]
      let total = terms.reduce(0) { $0 + exp($1[client] - own) }
      #expect(abs(scoring.membership[client] - 1 / total) < 1e-9, "seed \(seed)")
    }
  }

  @Test("the order of the clients moves nobody's leave-one-out profile")
  func permutation() async {
    let (bank, _) = PlantedBank.threeKinds(400, seed: 14)
    var random = SeededRandom(seed: 15)
    let order = Array(0..<400).shuffled(using: &random)
    var shuffled = bank
    shuffled.clients = order.map { bank.clients[$0] }
    let model = MixtureModel.fit(MixtureData(bank.table), components: 3, seed: 2).model
    let (a, b) = (await model.score(bank.table, threads: 1), await model.score(shuffled.table, threads: 1))
    for (place, client) in order.enumerated() {
      for product in 0..<4 {
        #expect(b.profile(of: place, without: product) == a.profile(of: client, without: product))
      }
    }
  }

  @Test("whether a client holds a product never moves its profile without that product")
  func ownershipIsInvisible() async {
    let (bank, _) = PlantedBank.threeKinds(300, seed: 12)
    var other = bank
    // The same clients, each with product 2 turned around, and nothing earned on it either way.
    var same = bank
    for client in bank.clients.indices {
      let holds = bank.clients[client].products[2] != nil
      same.clients[client].products[2] = holds ? 0 : nil
      other.clients[client].products[2] = holds ? nil : 0
    }
    let model = MixtureModel.fit(MixtureData(same.table), components: 3, seed: 2).model
    let (a, b) = (await model.score(same.table, threads: 1), await model.score(other.table, threads: 1))
    for client in 0..<300 { #expect(a.profile(of: client, without: 2) == b.profile(of: client, without: 2)) }
  }

  @Test("one thread, two and five give the same bits")
  func threads() async {
    let (bank, _) = PlantedBank.threeKinds(5_000, seed: 13)
    let table = bank.table
    var settings = ProfileSettings()
    settings.sampleLimit = 400
    settings.profileCounts = 2...4
    settings.bootstrapResamples = 3
    let cohorts = Cohorts(table, minimumMembers: 50)
    let one = await ProfileModel.learn(table, cohorts, settings: settings, seed: 3, threads: 1)
    let ideal = await IdealClients(table, cohorts, one.scoring, settings: settings, threads: 1)
    for threads in [2, 5] {
      let other = await ProfileModel.learn(table, cohorts, settings: settings, seed: 3, threads: threads)
      #expect(other.model == one.model)
      #expect(other.model.parameters.map(\.bitPattern) == one.model.parameters.map(\.bitPattern))
      #expect(other.scoring.membership.map(\.bitPattern) == one.scoring.membership.map(\.bitPattern))
      #expect(other.scoring.leaveOneOut == one.scoring.leaveOneOut)
      let otherIdeal = await IdealClients(table, cohorts, other.scoring, settings: settings, threads: threads)
      for (a, b) in zip(ideal.columns, otherIdeal.columns) { #expect(a.cells == b.cells) }
    }
  }
}
