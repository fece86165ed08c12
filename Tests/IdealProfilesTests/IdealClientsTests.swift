import Banking
import Cohorts
import Features
import Testing

@testable import IdealProfiles

struct IdealClientsTests {
  /// A scoring that puts everyone into the given profile, whatever is left out.
  private func scoring(_ table: FeatureTable, _ profiles: [UInt8], of count: Int) -> ProfileScoring {
    ProfileScoring(
      clientCount: table.clientCount, productCount: table.productCount, profileCount: count, profile: profiles,
      membership: profiles.map { _ in 1 },
      leaveOneOut: profiles.flatMap { [UInt8](repeating: $0, count: table.productCount) })
  }

  private func client(_ products: [Int64?], industry: Int32 = 0, closed: Bool = false) -> PlantedBank.Client {
    PlantedBank.Client(industry: industry, isClosed: closed, products: products)
  }

  /// Product 1 brings 100 to 600 a month; product 0 is held by three.
  private var six: FeatureTable {
    PlantedBank(
      clients: [
        client([nil, 1_200]), client([nil, 2_400]), client([240, 3_600]), client([nil, 4_800]), client([120, 6_000]),
        client([360, 7_200]), client([999, 9_999], closed: true),
      ], productCount: 2
    ).table
  }

  private func settings(strength: Double = 2, holders: Int = 1) -> ProfileSettings {
    var settings = ProfileSettings()
    settings.priorStrength = strength
    settings.minimumHolders = holders
    return settings
  }

  private func ideal(_ table: FeatureTable, _ profiles: [UInt8], of count: Int, _ settings: ProfileSettings) async
    -> IdealClients
  {
    await IdealClients(
      table, Cohorts(table, minimumMembers: 3), scoring(table, profiles, of: count), settings: settings, threads: 1)
  }

  @Test("reference members are the upper half by income without the product; a client that left is none")
  func reference() async {
    let ideal = await ideal(six, [0, 0, 0, 0, 0, 0, 0], of: 1, settings())
    let cell = ideal.cell(cohort: 0, profile: 0, product: 0)
    #expect(cell.memberCount == 6)
    #expect(cell.referenceMembers == 3)
    #expect(cell.threshold == Money(minorUnits: 40_000))
    #expect(cell.holders == 2)
    // Root (2 + ½) / (3 + 1); then the bank's profile with a prior strength of 2.
    #expect(abs(cell.penetration - (2 + 2 * 0.625) / 5) < 1e-12)
  }

  @Test("in a bank with fewer reference members than the smallest profile may have, nothing is characteristic")
  func tooFew() async {
    for (minimum, isEnough) in [(6, true), (7, false)] {
      var settings = settings()
      settings.minimumMembers = minimum
      let ideal = await ideal(six, [0, 0, 0, 0, 0, 0, 0], of: 1, settings)
      #expect(ideal.isCharacteristic(1, 0) == isEnough)
    }
  }

  @Test("usage is the median and the 80th percentile of the holding reference members' monthly income")
  func usage() async throws {
    let ideal = await ideal(six, [0, 0, 0, 0, 0, 0, 0], of: 1, settings())
    let usage = try #require(ideal.cell(cohort: 0, profile: 0, product: 0).usage)
    #expect(usage.holders == 2)
    #expect(usage.typicalIncome == Money(minorUnits: 1_000))
    #expect(usage.idealIncome == Money(minorUnits: 3_000))
    #expect(usage.typicalOperations == 1)
  }

  @Test("a reference member is taken out of its own yardstick, any other client is not")
  func neverItself() async {
    let ideal = await ideal(six, [0, 0, 0, 0, 0, 0, 0], of: 1, settings())
    let own = ideal.penetration(for: 5, product: 0)
    #expect(own.referenceMembers == 2)
    #expect(own.holders == 1)
    #expect(abs(own.value - (1 + 2 * (1.5 / 3)) / 4) < 1e-12)
    #expect(ideal.penetration(for: 0, product: 0).value == ideal.cell(for: 0, product: 0).penetration)
  }

  @Test("a client taken out counts as if it had never been a reference member of any cohort it belongs to")
  func removalEqualsRecount() async {
    var random = SeededRandom(seed: 31)
    var bank = PlantedBank(
      clients: (0..<60).map { _ in
        client(
          [random.below(3) == 0 ? 240 : nil, Int64(1_000 + random.below(9_000))], industry: Int32(random.below(2)))
      }, productCount: 2, industries: ["retail", "trade"])
    var settings = settings()
    settings.minimumSiblings = .max
    settings.referenceShare = 1
    let profiles = (0..<60).map { UInt8($0 % 2) }
    let whole = await ideal(bank.table, profiles, of: 2, settings)
    for removed in [0, 17, 42] {
      let own = whole.penetration(for: removed, product: 0)
      bank.clients[removed].isClosed = true
      let without = await ideal(bank.table, profiles, of: 2, settings)
      #expect(abs(own.value - without.cell(for: removed, product: 0).penetration) < 1e-12)
      bank.clients[removed].isClosed = false
    }
  }

  @Test("without any income all members are reference members and no amount is claimed")
  func noIncome() async {
    var bank = PlantedBank(
      clients: [client([nil, 1]), client([1, 1]), client([1, nil])], productCount: 2)
    bank.months = 0
    let ideal = await ideal(bank.table, [0, 0, 0], of: 1, settings())
    let cell = ideal.cell(cohort: 0, profile: 0, product: 0)
    #expect(cell.referenceMembers == 3)
    #expect(cell.threshold == nil)
    #expect(cell.usage == nil)
    #expect(ideal.profile(cohort: 0, profile: 0).typicalIncome == nil)
    #expect(ideal.penetration(for: 1, product: 0).referenceMembers == 2)
  }

  @Test("a tiny cell where everyone holds the product does not outrank a large one where many do")
  func tinyCells() async {
    var clients: [PlantedBank.Client] = []
    var profiles: [UInt8] = []
    // Industry 0: 400 clients, 45 % hold it. Industry 1: 400, 10 %. Industry 2: four, all hold it at a huge income.
    for (industry, count, share) in [(0, 400, 0.45), (1, 400, 0.10), (2, 4, 1.0)] {
      for place in 0..<count {
        let holds = Double(place % 100) < share * 100
        clients.append(client([holds ? (industry == 2 ? 120_000 : 1_200) : nil, 6_000], industry: Int32(industry)))
        profiles.append(0)
      }
    }
    let table = PlantedBank(clients: clients, productCount: 2, industries: ["a", "b", "c"]).table
    let ideal = await ideal(table, profiles, of: 1, ProfileSettings())
    #expect(ideal.cohorts.all.count == 7)
    let large = ideal.cell(cohort: 1, profile: 0, product: 0)
    let tiny = ideal.cell(cohort: 3, profile: 0, product: 0)
    #expect(tiny.holders == tiny.referenceMembers)
    #expect(tiny.penetration < large.penetration)
    // Neither does its income: four holders are too few, so the bank's figure stands in, and says so.
    let usage = ideal.usage(cohort: 3, profile: 0, product: 0)
    #expect(usage?.cohort == 0)
    #expect(usage?.usage.typicalIncome == Money(minorUnits: 10_000))
  }

  @Test("a cohort's mix of profiles leans on its parent's, and the shares add up to one")
  func mixing() async {
    var settings = settings()
    settings.mixingPriorStrength = 6
    let ideal = await ideal(six, [0, 0, 0, 0, 1, 1, 1], of: 2, settings)
    // Bank: (4 + 3) / (6 + 6); industry: (4 + 6 · 7/12) / 12.
    #expect(abs(ideal.profile(cohort: 0, profile: 0).share - 7.0 / 12) < 1e-12)
    #expect(abs(ideal.profile(cohort: 1, profile: 0).share - (4 + 3.5) / 12) < 1e-12)
    #expect(abs((0..<2).reduce(0) { $0 + ideal.profile(cohort: 2, profile: $1).share } - 1) < 1e-12)
    #expect(ideal.profile(cohort: 0, profile: 0).memberCount == 4)
    #expect(ideal.profile(cohort: 0, profile: 0).typicalIncome == Money(minorUnits: 20_000))
    #expect(ideal.profile(cohort: 0, profile: 0).idealIncome == Money(minorUnits: 40_000))
  }
}
