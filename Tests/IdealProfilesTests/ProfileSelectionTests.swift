import Banking
import Cohorts
import Features
import Testing

@testable import IdealProfiles

struct ProfileSelectionTests {
  private func learn(_ bank: PlantedBank, _ settings: ProfileSettings = ProfileSettings()) async -> ProfileLearning {
    let table = bank.table
    return await ProfileModel.learn(
      table, Cohorts(table, minimumMembers: 30), settings: settings, seed: 1, threads: 2)
  }

  @Test("three planted kinds give at least three profiles that keep the kinds apart, and a reason for each refusal")
  func planted() async {
    let (bank, kinds) = PlantedBank.threeKinds(900, seed: 51)
    var settings = ProfileSettings()
    settings.profileCounts = 2...5
    settings.bootstrapResamples = 4
    let learning = await learn(bank, settings)
    #expect(learning.selection.chosen >= 3)
    #expect(learning.selection.candidates.map(\.profiles) == [1, 2, 3, 4, 5])
    #expect(learning.selection.candidates.count { $0.outcome == .chosen } == 1)
    // A kind may be split, never mixed: the majority kind of each profile names its members.
    for profile in 0..<learning.scoring.profileCount {
      let members = kinds.indices.filter { Int(learning.scoring.profile[$0]) == profile }
      let majority = (0..<3).map { kind in members.count { kinds[$0] == kind } }.max() ?? 0
      #expect(Double(majority) >= 0.95 * Double(members.count))
    }
  }

  @Test("profiles that are too small, alike or unstable are vetoed down to one profile")
  func vetoes() async {
    let (bank, _) = PlantedBank.threeKinds(300, seed: 52)
    var unstable = ProfileSettings()
    unstable.profileCounts = 2...3
    unstable.bootstrapResamples = 2
    unstable.minimumJaccard = 1.01
    let first = await learn(bank, unstable)
    #expect(first.selection.chosen == 1)
    var alike = unstable
    alike.minimumSeparation = .infinity
    let second = await learn(bank, alike)
    #expect(second.selection.chosen == 1)
    for candidate in second.selection.candidates.dropFirst() {
      guard case .vetoed(let vetoes) = candidate.outcome else { continue }
      #expect(
        vetoes.contains {
          if case .nearDuplicates = $0 { true } else { false }
        })
    }
    var small = unstable
    small.minimumShare = 0.5
    #expect(await learn(bank, small).selection.chosen == 1)
  }

  @Test("where every number asked for is vetoed the next smaller ones are tried, not one profile at once")
  func fallsBack() async {
    let (bank, _) = PlantedBank.threeKinds(900, seed: 51)
    var settings = ProfileSettings()
    settings.profileCounts = 8...8
    settings.bootstrapResamples = 4
    // Eight profiles of a bank of three kinds cannot all have a fifth of the clients.
    settings.minimumShare = 0.2
    let learning = await learn(bank, settings)
    #expect((2...5).contains(learning.selection.chosen))
  }

  @Test("clones beside each other are near-duplicates at distance zero")
  func clones() {
    let twin = MixtureModel(
      units: Standardisation(offsets: [0], scales: [1]), weights: [0.5, 0.5], means: [1, 1], variances: [1, 1],
      probabilities: [0.2, 0.2], productCount: 1)
    #expect(abs(twin.distance(0, 1)) < 1e-12)
  }

  @Test(
    "degenerate banks are fitted, scored and compared without a crash or a number that is none",
    arguments: degenerateBanks)
  func degenerate(_ name: String, _ bank: PlantedBank) async {
    var settings = ProfileSettings()
    settings.minimumMembers = 1
    settings.bootstrapResamples = 2
    settings.profileCounts = 2...4
    let table = bank.table
    let cohorts = Cohorts(table, minimumMembers: 1)
    let learning = await ProfileModel.learn(table, cohorts, settings: settings, seed: 1, threads: 2)
    #expect(learning.model.parameters.allSatisfy { $0.isFinite }, "\(name)")
    #expect(MixtureModel(parameters: learning.model.mixture.parameters) == learning.model.mixture, "\(name)")
    #expect(learning.scoring.profile.count == bank.clients.count)
    #expect(learning.scoring.membership.allSatisfy { $0 > 0 && $0 <= 1 })
    let ideal = await IdealClients(table, cohorts, learning.scoring, settings: settings, threads: 2)
    for client in bank.clients.indices {
      for product in 0..<bank.productCount {
        let share = ideal.penetration(for: client, product: product)
        #expect(share.value > 0 && share.value < 1, "\(name)")
        #expect(share.holders >= 0 && share.holders <= share.referenceMembers, "\(name)")
      }
    }
    let again = await ProfileModel.learn(
      table, cohorts, settings: settings, seed: 1, threads: 2, previous: learning.model)
    #expect(again.model.parameters.allSatisfy { $0.isFinite }, "\(name)")
  }

  @Test("a large base is fitted on a sample in proportion to its cohorts, the same for the same seed")
  func sample() {
    let clients = (0..<1_000).map { PlantedBank.Client(industry: $0 % 10 == 0 ? 1 : 0, products: [1]) }
    let table = PlantedBank(clients: clients, productCount: 1, industries: ["a", "b"]).table
    let cohorts = Cohorts(table, minimumMembers: 20)
    let sample = StratifiedSample(table, cohorts, limit: 100, seed: 7)
    #expect(sample.clients.count == 100)
    #expect(sample.clients.count { $0 % 10 == 0 } == 10)
    #expect(sample.clients == StratifiedSample(table, cohorts, limit: 100, seed: 7).clients)
    #expect(sample.clients != StratifiedSample(table, cohorts, limit: 100, seed: 8).clients)
    #expect(StratifiedSample(table, cohorts, limit: 5_000, seed: 7).clients == Array(0..<1_000))
  }
}

/// Each with a name.
let degenerateBanks: [(String, PlantedBank)] = [
  ("no clients", PlantedBank(clients: [], productCount: 3)),
  ("no clients and no products", PlantedBank(clients: [], productCount: 0)),
  ("one client", PlantedBank(clients: [.init(products: [10, nil])], productCount: 2)),
  ("three clients", PlantedBank(clients: (1...3).map { .init(products: [Int64($0), nil]) }, productCount: 2)),
  (
    "constant columns, every product held by everyone",
    PlantedBank(clients: (0..<100).map { _ in .init(products: [120, 120]) }, productCount: 2)
  ),
  (
    "nothing known but products",
    PlantedBank(
      clients: (0..<100).map { .init(tenureMonths: nil, turnover: nil, products: [$0 % 3 == 0 ? 1 : nil, nil]) },
      productCount: 2, months: 0)
  ),
  (
    "no products",
    PlantedBank(clients: (0..<100).map { .init(tenureMonths: $0, products: []) }, productCount: 0)
  ),
  (
    "all clients gone",
    PlantedBank(clients: (0..<5).map { _ in .init(isClosed: true, products: [1]) }, productCount: 1)
  ),
  (
    "no industry or region",
    PlantedBank(
      clients: (0..<70).map { .init(tenureMonths: $0, industry: -1, region: -1, products: [Int64($0)]) },
      productCount: 1, industries: [], regions: [])
  ),
  (
    "more products than fit one word",
    PlantedBank(
      clients: (0..<80).map { row in .init(products: (0..<70).map { ($0 + row) % 7 == 0 ? 12 : nil }) },
      productCount: 70)
  ),
]
