import Banking
import Features
import Foundation
import Testing

@testable import LifeCycle

struct LifeOutlookTests {
  private func outlook(
    _ bank: PlantedBank, threads: Int = 1,
    _ change: (inout SurvivalSettings, inout LifeValueSettings) -> Void = { _, _ in }
  ) async -> LifeOutlook? {
    var survival = SurvivalSettings()
    var value = LifeValueSettings()
    change(&survival, &value)
    let staged = StagedClients(Vantage(bank.table), settings: StageSettings()) { _ in nil }
    return await LifeOutlook(
      staged, bank.cohorts, stages: StageSettings(), historyMonths: 24, survival: survival, value: value,
      threads: threads)
  }

  /// Clients that came month by month, some of whom went.
  private func random(_ seed: UInt64, _ count: Int = 400) -> PlantedBank {
    var random = SeededRandom(seed: seed)
    var bank = PlantedBank()
    for _ in 0..<count {
      let level = 100 + random.below(5000)
      let last = random.below(3) == 0 ? 4 + random.below(20) : 24
      let income = (0..<24).map { $0 < last ? Int(Double(level) * (0.8 + 0.4 * random.uniform())) : 0 }
      let closed = last < 22 && random.below(2) == 0 ? Month(year: 2023, month: 1).advanced(by: last + 1).lastDay : nil
      bank.add(
        opened: Month(year: 2015, month: 1).advanced(by: random.below(96)).firstDay, closed: closed,
        industry: Int32(random.below(3)), income)
    }
    return bank
  }

  @Test("where nobody ever leaves and waiting costs nothing, a life is worth its months times its income")
  func certain() async throws {
    var bank = PlantedBank()
    for client in 1...40 { bank.add(flat(100 * client, 24)) }
    let life = try #require(await outlook(bank) { $1.discountRate = 0 })
    for client in 0..<40 {
      let one = try #require(life.life(of: client))
      #expect(one.expectedMonths == 240)
      for amount in [one.value, one.low, one.high] { #expect(amount?.minorUnits == Int64(6_000_00 * (client + 1))) }
    }
    let groups = life.groups(
      bank.table.snapshot, stages: Array(repeating: nil, count: 40), profiles: [], profileCount: 0)
    let whole = try #require(groups.first)
    #expect(groups.count == 1 && whole.dimension == .bank && whole.clients == 40)
    // Mean of 100, 200, … 4,000; its 60 months; a third of them but for the rounding of the policy.
    #expect(whole.meanMonthlyIncome?.minorUnits == 2_050_00)
    #expect(whole.lifeValue?.minorUnits == 123_000_00 && whole.acquisitionCost?.minorUnits == 40_590_00)
    // 3,300 … 4,000 of 82,000.
    #expect(abs((whole.topFifthShare ?? 0) - 29_200.0 / 82_000) < 1e-12)
  }

  @Test("a month in which the bank gave its fees back costs a life what it cost, and no multiple of it")
  func refund() async throws {
    var bank = PlantedBank()
    for client in 0..<40 {
      var income = flat(1000, 24)
      // One in ten keeps a tenth of its fees: all the season that the month has.
      income[20] = client % 10 == 0 ? 3000 : -1000
      bank.add(income)
    }
    let life = try #require(await outlook(bank) { $1.discountRate = 0 })
    // 11 months of 1,000 less 1,000, of the twelve.
    let one = try #require(life.levels[1])
    #expect(abs(one / 100 - 10_000.0 / 12) < 60, "\(one)")
    #expect(try #require(life.life(of: 1)?.value) > .zero)
  }

  @Test("what follows a stage is told of no months that nobody has lived yet", arguments: UInt64(1)...4)
  func unseen(seed: UInt64) async throws {
    let life = try #require(await outlook(random(seed)) { survival, _ in survival.pastMonths = 2 })
    let outlook = life.forecast.outlook
    #expect(outlook.hazardRatio.contains { $0[0] != 1 } && outlook.incomeKept.contains { $0[0] != 1 })
    for place in 0..<StageOutlook.places {
      #expect(outlook.hazardRatio[place].dropFirst().allSatisfy { $0 == 1 }, "seed \(seed)")
      #expect(outlook.incomeKept[place].dropFirst().allSatisfy { $0 == 1 }, "seed \(seed)")
    }
  }

  @Test("who has left has no life ahead, low never exceeds the value nor the value high")
  func order() async throws {
    let bank = random(1)
    let life = try #require(await outlook(bank))
    let stages = LifeCycle.stages(bank.table)
    for client in bank.clients.indices {
      let one = life.life(of: client)
      guard let one else { continue }
      if stages[client]?.stage == .left { #expect(one == .over(hasIncome: true)) }
      let amounts = try [one.low, one.value, one.high].map { try #require($0) }
      #expect(amounts[0] <= amounts[1] && amounts[1] <= amounts[2] && one.expectedMonths >= 0)
    }
  }

  @Test("a silence that others did not survive shortens the life ahead")
  func silence() async throws {
    var bank = random(2)
    let active = bank.add(flat(1000, 24))
    let silent = bank.add(flat(1000, 20) + flat(0, 4))
    let life = try #require(await outlook(bank))
    let (a, b) = (try #require(life.life(of: active)), try #require(life.life(of: silent)))
    #expect(b.expectedMonths < a.expectedMonths / 2)
    #expect(try #require(b.value) < #require(a.value))
  }

  @Test("the order of the clients changes no life and no curve", arguments: 1...UInt64(5))
  func order(seed: UInt64) async throws {
    let bank = random(seed)
    var shuffled = bank
    var generator = SeededRandom(seed: seed)
    let order = bank.clients.indices.shuffled(using: &generator)
    shuffled.clients = order.map { bank.clients[$0] }
    let (one, other) = (try #require(await outlook(bank)), try #require(await outlook(shuffled)))
    for (place, client) in order.enumerated() {
      #expect(abs((one.life(of: client)?.expectedMonths ?? -1) - (other.life(of: place)?.expectedMonths ?? -1)) < 1e-9)
    }
    #expect(one.survival.curves[0].hazard == other.survival.curves[0].hazard)
  }

  @Test("the number of threads changes no stage of the past, no curve and no life")
  func threads() async throws {
    let bank = random(3, 1200)
    let view = Vantage(bank.table)
    let one = await StagesOverTime(view, months: 12, settings: StageSettings(), threads: 1).monthEnds
    let three = await StagesOverTime(view, months: 12, settings: StageSettings(), threads: 3).monthEnds
    #expect(one.map(\.stages) == three.map(\.stages) && one.map(\.view.clients) == three.map(\.view.clients))
    let (alone, together) = (
      try #require(await outlook(bank)), try #require(await outlook(bank, threads: 3))
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(alone.lessons) == encoder.encode(together.lessons))
    #expect((0..<1200).allSatisfy { alone.life(of: $0) == together.life(of: $0) })
  }

  @Test("nothing that happened later changes what would have been said before", arguments: 1...UInt64(5))
  func past(seed: UInt64) {
    let bank = random(seed)
    let earlier = Vantage(bank.table).earlier(by: 5)
    var cut = bank
    for client in cut.clients.indices {
      for month in 19..<24 {
        cut.clients[client].income[month] = 7_000_000
        cut.clients[client].operations[month] = 12
      }
      if let closed = cut.clients[client].closed, closed > earlier.asOf { cut.clients[client].closed = nil }
    }
    func stages(_ view: Vantage) -> [StageAssessment?] {
      StagedClients(view, settings: StageSettings()) { _ in nil }.stages
    }
    #expect(stages(earlier) == stages(Vantage(cut.table).earlier(by: 5)))
  }

  @Test(
    "no length of life is told where no opening date is known; without activity months are told by closings, if there are any"
  )
  func poorBanks() async throws {
    var undated = PlantedBank()
    for _ in 0..<50 { undated.add(opened: nil, flat(100, 24)) }
    #expect(await outlook(undated) == nil)
    var silent = PlantedBank()
    for client in 0..<50 {
      silent.add(
        opened: BusinessDate(year: 2020, month: 1, day: 1 + client % 28),
        closed: client % 5 == 0 ? BusinessDate(year: 2024, month: 5, day: 3) : nil, [])
    }
    let life = try #require(await outlook(silent))
    #expect(life.life(of: 0) == .over(hasIncome: false))
    let one = try #require(life.life(of: 1))
    #expect(one.value == nil && one.expectedMonths > 1 && one.expectedMonths < 240)
    for client in silent.clients.indices { silent.clients[client].closed = nil }
    #expect(await outlook(silent) == nil)
  }
}
