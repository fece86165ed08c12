import Banking
import Cohorts
import Features
import Glibc
import Testing

@testable import IdealProfiles

struct LeaveOneOutTests {
  /// log of weight, Gaussian and Bernoulli factors, with product `left` out; written without the tables of the kernel.
  private func logTerm(_ model: MixtureModel, _ component: Int, _ x: [Double], _ holds: [Bool], leaving left: Int)
    -> Double
  {
    var sum = log(model.weights[component])
    for f in 0..<model.featureCount where !x[f].isNaN && model.units.scales[f] > 0 {
      let (mean, variance) = (model.mean(component, f), model.variance(component, f))
      sum -= 0.5 * log(2 * .pi * variance) + (x[f] - mean) * (x[f] - mean) / (2 * variance)
    }
    for j in 0..<model.productCount where j != left {
      sum += log(holds[j] ? model.probability(component, j) : 1 - model.probability(component, j))
    }
    return sum
  }

  @Test("leave-one-out equals the posterior worked out anew without the product, its income and operations")
  func bruteForce() async {
    let (bank, _) = PlantedBank.threeKinds(300, seed: 11)
    let table = bank.table
    let model = MixtureModel.fit(MixtureData(table), components: 4, seed: 2).model
    let scoring = await model.score(table, threads: 1)
    for client in 0..<table.clientCount {
      let holds = (0..<4).map { table.holds(client, $0) }
      let whole = Array(table.continuous[client * 5..<client * 5 + 5])
      for product in 0..<4 {
        let holding = table.snapshot.holdings(of: client).first { Int($0.product) == product }
        let x = holding.map { table.features(of: client, without: $0) } ?? whole
        let terms = (0..<4).map { logTerm(model, $0, x, holds, leaving: product) }
        let chosen = scoring.profile(of: client, without: product)
        #expect(terms[chosen] >= terms.max()! - 1e-9)
      }
      let terms = (0..<4).map { logTerm(model, $0, whole, holds, leaving: -1) }
      let total = terms.max()! + log(terms.reduce(0) { $0 + exp($1 - terms.max()!) })
      #expect(abs(scoring.membership[client] - exp(terms[Int(scoring.profile[client])] - total)) < 1e-9)
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
      #expect(other.model.mixture.parameters.map(\.bitPattern) == one.model.mixture.parameters.map(\.bitPattern))
      #expect(other.scoring.membership.map(\.bitPattern) == one.scoring.membership.map(\.bitPattern))
      #expect(other.scoring.leaveOneOut == one.scoring.leaveOneOut)
      let otherIdeal = await IdealClients(table, cohorts, other.scoring, settings: settings, threads: threads)
      for (a, b) in zip(ideal.columns, otherIdeal.columns) { #expect(a.cells == b.cells) }
    }
  }
}
