import Banking
import Cohorts
import Features
import Testing

@testable import IdealProfiles

struct ProfileModelTests {
  private func learn(_ table: FeatureTable, previous: ProfileModel? = nil, seed: UInt64 = 1) async -> ProfileLearning {
    var settings = ProfileSettings()
    settings.bootstrapResamples = 4
    settings.profileCounts = 2...5
    return await ProfileModel.learn(
      table, Cohorts(table, minimumMembers: 50), settings: settings, seed: seed, threads: 2, previous: previous)
  }

  @Test("a product that is new since the fit, or gone, changes nobody's profile by its name alone")
  func catalogueChanges() async {
    var (bank, _) = PlantedBank.threeKinds(300, seed: 61)
    let model = await learn(bank.table).model
    let before = await model.score(bank.table, threads: 1)
    // A fifth product behind the others, held by nobody.
    bank.productCount = 5
    for client in bank.clients.indices { bank.clients[client].products.append(nil) }
    let after = await model.score(bank.table, threads: 1)
    #expect(after.profile == before.profile)
    #expect(after.productCount == 5)
    for client in bank.clients.indices {
      #expect(after.profile(of: client, without: 4) == Int(after.profile[client]))
    }
    bank.productCount = 3
    for client in bank.clients.indices {
      bank.clients[client].products = Array(bank.clients[client].products.prefix(3))
    }
    #expect(await model.score(bank.table, threads: 1).productCount == 3)
  }

  private func rebuilt(
    _ model: ProfileModel, _ parameters: [Double]? = nil, products: [ProductCode]? = nil, baseline: [Int]? = nil,
    nextID: Int? = nil
  ) -> ProfileModel? {
    ProfileModel(
      parameters: parameters ?? model.parameters, products: products ?? model.products, identities: model.identities,
      baseline: baseline ?? model.baseline, nextID: nextID ?? model.nextID)
  }

  @Test("stored as plain numbers and read back, the model is the same to the bit and scores the same")
  func storage() async throws {
    let (bank, _) = PlantedBank.threeKinds(300, seed: 62)
    let learning = await learn(bank.table)
    let back = try #require(rebuilt(learning.model))
    #expect(back == learning.model)
    #expect(back.parameters.map(\.bitPattern) == learning.model.parameters.map(\.bitPattern))
    let scoring = await back.score(bank.table, threads: 1)
    #expect(scoring.leaveOneOut == learning.scoring.leaveOneOut)
    #expect(scoring.membership == learning.scoring.membership)
  }

  @Test("a kept model that does not fit this program is refused, not misread")
  func refused() async {
    let (bank, _) = PlantedBank.threeKinds(100, seed: 62)
    let model = await learn(bank.table).model
    #expect(rebuilt(model, products: []) == nil)
    #expect(rebuilt(model, baseline: []) == nil)
    #expect(rebuilt(model, nextID: 1) == nil)
    #expect(rebuilt(model, []) == nil)
    #expect(rebuilt(model, Array(model.parameters.dropLast())) == nil)
    #expect(rebuilt(model, [1] + model.mixture.parameters) == nil, "the layout before this one")
    #expect(rebuilt(model, model.parameters.map { _ in Double.nan }) == nil)
    var broken = model.parameters
    broken[1] = 0
    #expect(rebuilt(model, broken) == nil, "a unit of nothing")
    broken = model.parameters
    broken[broken.count - 1] = 0
    #expect(rebuilt(model, broken) == nil, "a variance of nothing")
  }

  @Test("a kept model judges clients in its own units: others growing richer moves nobody else")
  func keptScale() async {
    var (bank, _) = PlantedBank.threeKinds(300, seed: 64)
    let model = await learn(bank.table).model
    let before = await model.score(bank.table, threads: 1)
    // The first 100 stay, the rest earn the bank fifty times as much: tonight's own unit is another one.
    for client in 100..<300 {
      bank.clients[client].products = bank.clients[client].products.map { $0.map { $0 * 50 } }
    }
    #expect(bank.table.scale != model.scale)
    let after = await model.score(bank.table, threads: 1)
    #expect(after.membership[..<100] == before.membership[..<100])
    #expect(after.leaveOneOut[..<400] == before.leaveOneOut[..<400])
  }

  @Test("a refit keeps yesterday's number of profiles while it explains nearly as much as any other")
  func incumbent() async {
    let (bank, _) = PlantedBank.threeKinds(900, seed: 63)
    let table = bank.table
    let first = await learn(table)
    for seed in 2...4 as ClosedRange<UInt64> {
      let again = await learn(table, previous: first.model, seed: seed)
      #expect(again.selection.chosen == first.selection.chosen)
      #expect(again.model.identities == first.model.identities)
    }
  }

  @Test("a product's monthly rates are divided by the months it has been held, at most those observed")
  func monthlyRates() {
    let asOf = PlantedBank.asOf
    let holding = Holding(
      product: 0, openAccounts: 1, spells: 0..<1, income12: 120_000, operations12: 30)
    func rates(openedOn: BusinessDate?, months: Int, isHeld: Bool = true) -> MonthlyRates? {
      var copy = holding
      copy.openAccounts = isHeld ? 1 : 0
      let whole = PlantedBank(clients: [.init(tenureMonths: 40, products: [1])], productCount: 1).snapshot
      let snapshot = Snapshot(
        bank: whole.bank, asOf: asOf, catalogue: whole.catalogue, regions: [], industries: [], legalForms: [],
        clients: whole.clients, attributes: .empty, holdingStarts: [0, 1], holdings: [copy],
        spells: [Spell(start: openedOn, end: nil)], monthsOfHistory: months,
        monthlyIncome: Array(repeating: 0, count: months), monthlyOperations: Array(repeating: 0, count: months))
      return FeatureTable(snapshot).monthlyRates(of: 0, copy)
    }
    #expect(rates(openedOn: nil, months: 24)?.income == Money(minorUnits: 10_000))
    #expect(rates(openedOn: nil, months: 24)?.operations == 2.5)
    #expect(
      rates(openedOn: BusinessDate(year: 2024, month: 10, day: 9), months: 24)?.income == Money(minorUnits: 40_000))
    #expect(rates(openedOn: BusinessDate(year: 2020, month: 1, day: 1), months: 6)?.income == Money(minorUnits: 20_000))
    #expect(rates(openedOn: asOf, months: 24)?.operations == 30)
    #expect(rates(openedOn: asOf, months: 0) == nil)
    #expect(rates(openedOn: asOf, months: 24, isHeld: false)?.operations == 2.5)
  }
}
