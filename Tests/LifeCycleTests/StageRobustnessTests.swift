import Banking
import Features
import Testing

@testable import LifeCycle

struct StageRobustnessTests {
  @Test("one month of noise moves no one, wherever it falls and however large it is", arguments: [24, 15, 12])
  func oneMonth(months: Int) {
    for month in 0..<months {
      for factor in [0, 0.3, 3, 10] {
        var income = flat(1000, months)
        income[month] = Int(1000 * factor)
        #expect(PlantedBank.assess(income)?.stage == .plateau, "month \(month) × \(factor)")
      }
    }
  }

  @Test("one missing month does not hide a decline")
  func missingInDecline() {
    for missing in 0..<21 {
      var income = flat(1000, 21) + flat(550, 3)
      income[missing] = 0
      #expect(PlantedBank.assess(income)?.stage == .decline, "month \(missing)")
    }
  }

  @Test("a client in the low season of its own year is not in decline")
  func ownSeason() {
    // Low season October to December at 30 %: seen last year too.
    let year = flat(1000, 9) + flat(300, 3)
    #expect(PlantedBank.assess(year + year)?.stage == .plateau)
  }

  @Test("with one year of history the bank's own season is not taken for a client's decline")
  func bankSeason() throws {
    var bank = PlantedBank()
    for client in 1...120 { bank.add(flat(100 * client, 9) + flat(30 * client, 3)) }
    let steady = bank.add(flat(1000, 9) + flat(300, 3))
    let falling = bank.add(flat(1000, 9) + flat(150, 3))
    let holding = bank.add(flat(1000, 12))
    let stages = LifeCycle.stages(bank.table)
    #expect(stages[steady]?.stage == .plateau)
    #expect(stages[steady]?.change?.basis == .bankMovement)
    #expect(stages[falling]?.stage == .decline)
    // Half of what the season leaves others; the season itself is in the index by 1 in 123 only.
    #expect(abs((stages[falling]?.fellBy ?? 0) - 0.5) < 0.02)
    #expect(stages[holding]?.stage == .growth)
  }

  @Test("a newer client is not judged by the low season of its line of business, as long as enough others show it")
  func lineOutOfSeason() {
    let (low, even, newer) = (flat(1000, 9) + flat(50, 3), flat(1000, 24), flat(1000, 4) + flat(50, 3))
    for (farmers, interest, stage) in [(60, 0, Stage.plateau), (60, 5000, .plateau), (28, 0, .leaving)] {
      var bank = PlantedBank()
      // Interest comes all the year round; only operations tell their season then.
      for _ in 1...farmers {
        bank.add(operations: (low + low).map { $0 / 10 }, industry: 0, (low + low).map { $0 + interest })
      }
      for _ in 1...300 { bank.add(industry: 1, even) }
      let opened = BusinessDate(year: 2024, month: 5, day: 10)
      let farmer = bank.add(opened: opened, industry: 0, newer)
      let trader = bank.add(opened: opened, industry: 1, newer)
      let gone = bank.add(industry: 0, low + flat(1000, 9) + flat(5, 3))
      let stages = LifeCycle.stages(bank.table)
      #expect(stages[farmer]?.stage == stage)
      #expect(stages[trader]?.stage == .leaving)
      #expect(stages[gone]?.stage == .leaving)
    }
  }

  @Test("a large client does not move the bank's measure")
  func largeClient() {
    var bank = PlantedBank()
    for _ in 1...120 { bank.add(flat(1000, 12)) }
    bank.add(flat(10_000_000, 9) + flat(1_000_000, 3))
    let stages = LifeCycle.stages(bank.table)
    #expect(stages[..<120].allSatisfy { $0?.stage == .plateau })
    #expect(stages[120]?.stage == .leaving)
  }

  @Test("a month that the whole bank lacks is left out, not taken for a fall", arguments: [12, 24])
  func bankWideGap(months: Int) {
    for missing in [months - 1, months - 2, months - 6] {
      var bank = PlantedBank()
      for client in 1...120 {
        var income = flat(100 * client, months)
        income[missing] = 0
        bank.add(income)
      }
      #expect(LifeCycle.stages(bank.table).allSatisfy { $0?.stage == .plateau })
    }
  }

  @Test("a client that always swings is not judged by its swings")
  func swings() {
    let swinging = (0..<24).map { $0 % 2 == 0 ? 1500 : 500 }
    #expect(PlantedBank.assess(swinging)?.stage == .plateau)
    // Every other month nothing, and nothing in two of the last three: its habit.
    #expect(PlantedBank.assess((0..<24).map { $0 % 2 == 0 ? 1000 : 0 })?.stage == .plateau)
  }

  @Test("entering a stage takes a stronger signal than staying in it")
  func hysteresis() {
    let fall20 = flat(1000, 21) + flat(800, 3)
    #expect(PlantedBank.assess(fall20)?.stage == .plateau)
    #expect(PlantedBank.assess(previous: .plateau, fall20)?.stage == .plateau)
    #expect(PlantedBank.assess(previous: .decline, fall20)?.stage == .decline)
    #expect(PlantedBank.assess(previous: .decline, flat(1000, 21) + flat(900, 3))?.stage == .plateau)
    let fall60 = flat(1000, 21) + flat(400, 3)
    #expect(PlantedBank.assess(previous: .decline, fall60)?.stage == .decline)
    #expect(PlantedBank.assess(previous: .leaving, fall60)?.stage == .leaving)
    let rise15 = flat(1000, 21) + flat(1150, 3)
    #expect(PlantedBank.assess(rise15)?.stage == .plateau)
    #expect(PlantedBank.assess(previous: .growth, rise15)?.stage == .growth)
  }

  @Test("a second night on the same data moves no one", arguments: 1...UInt64(20))
  func idempotent(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var bank = PlantedBank()
    let months = [6, 12, 18, 24][random.below(4)]
    for _ in 0..<100 {
      var level = 1000.0
      let drift = 0.85 + 0.3 * random.uniform()
      bank.add(
        (0..<months).map { _ in
          level *= drift
          return random.below(8) == 0 ? 0 : Int(level * (0.6 + 0.8 * random.uniform()))
        })
    }
    let table = bank.table
    var previous: [ClientID: Stage] = [:]
    for client in table.snapshot.clients where random.below(2) == 0 {
      previous[client.id] = Stage.allCases[random.below(Stage.allCases.count)]
    }
    let first = LifeCycle.stages(table, previous: previous)
    let again = zip(table.snapshot.clients, first).reduce(into: [:]) { $0[$1.0.id] = $1.1?.stage }
    #expect(LifeCycle.stages(table, previous: again) == first)
  }

  @Test("where clients buy once a quarter, three silent months are nobody's farewell")
  func quarterlyBuyers() {
    var bank = PlantedBank()
    for phase in 0..<120 { bank.add((0..<24).map { ($0 + phase) % 4 == 0 ? 1000 : 0 }) }
    // Never paused before, so that its own past says nothing; silent for three months like any other, or for six.
    let young = bank.add(
      opened: BusinessDate(year: 2024, month: 7, day: 15), (0..<24).map { $0 == 19 || $0 == 20 ? 1000 : 0 })
    let gone = bank.add(
      opened: BusinessDate(year: 2024, month: 3, day: 15), (0..<24).map { (15...17).contains($0) ? 1000 : 0 })
    let stages = LifeCycle.stages(bank.table)
    #expect(stages[young]?.stage != .leaving)
    #expect(stages[gone]?.stage == .leaving)
  }
}
