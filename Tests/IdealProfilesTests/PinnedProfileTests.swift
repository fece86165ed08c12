import Banking
import Cohorts
import Testing

@testable import IdealProfiles

struct PinnedProfileTests {
  private var bank: PlantedBank {
    PlantedBank(
      clients: (0..<80).map { .init(industry: Int32($0 % 2), products: [120, $0 % 4 == 0 ? 120 : nil, nil]) },
      productCount: 3, industries: ["farming", "trade"])
  }

  private func ideal(_ pinned: [PinnedProfile]) async -> IdealClients {
    let table = bank.table
    let model = MixtureModel.fit(MixtureData(table), components: 1, seed: 1).model
    var settings = ProfileSettings()
    settings.characteristicPenetration = 0.5
    return await IdealClients(
      table, Cohorts(table, minimumMembers: 10), model.score(table, threads: 1), pinned: pinned,
      settings: settings, threads: 1)
  }

  @Test("an overriding profile takes its clients, behind the learnt ones, and exactly its products belong to it")
  func override() async {
    let farm = PinnedProfile(
      name: "Farms", industries: ["farming"], products: [ProductCode("P02")], mode: .override)
    let ideal = await ideal([farm])
    #expect(ideal.scoring.profileCount == 2)
    #expect(ideal.scoring.counts == [40, 40])
    #expect(ideal.scoring.profile(of: 0, without: 1) == 1)
    #expect(ideal.scoring.membership[0] == 1)
    #expect((0..<3).map { ideal.isCharacteristic(0, $0) } == [false, false, true])
    #expect((0..<3).map { ideal.isCharacteristic(1, $0) } == [true, false, false])
    let identities = ideal.pinned.identities(after: [ProfileIdentity(id: 9, name: "average")])
    #expect(identities.map(\.id) == [9, 1_000_001])
    #expect(identities.map(\.isPinned) == [false, true])
  }

  @Test("a joining profile adds its products to the learnt profile where it applies")
  func join() async {
    let extra = PinnedProfile(name: "Trade", industries: ["trade"], products: [ProductCode("P02")], mode: .join)
    let ideal = await ideal([extra])
    #expect(ideal.scoring.profileCount == 1)
    #expect((0..<3).map { ideal.isCharacteristic(1, $0) } == [true, false, true])
    #expect((0..<3).map { ideal.isCharacteristic(0, $0) } == [true, false, false])
  }

  @Test("what the bank does not have selects nobody; the first override that applies wins")
  func unknown() async {
    let elsewhere = PinnedProfile(name: "Moon", regions: ["moon"], products: [ProductCode("ROCKET")], mode: .override)
    let all = PinnedProfile(name: "All", products: [ProductCode("P00")], mode: .override)
    let ideal = await ideal([elsewhere, all, elsewhere])
    #expect(Set(ideal.pinned.overrideOfClient) == [1])
  }
}
