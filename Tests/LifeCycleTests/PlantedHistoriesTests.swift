import Banking
import Testing

@testable import LifeCycle

/// Histories worked out by hand: the stage, the month it goes back to, and the segment.
struct PlantedHistoriesTests {
  struct History: Sendable, CustomTestStringConvertible {
    let name: String
    var opened = BusinessDate(year: 2015, month: 1, day: 15)
    let income: [Int]
    let stage: Stage?
    var since: Month?
    let segment: RFMSegment?
    var testDescription: String { name }
  }

  private static func month(_ year: Int, _ month: Int) -> Month { Month(year: year, month: month) }

  static let histories = [
    History(name: "level for two years", income: flat(1000, 24), stage: .plateau, segment: .loyal),
    History(
      name: "a third more since August", income: flat(1000, 19) + flat(1330, 5), stage: .growth, since: month(2024, 8),
      segment: .loyal),
    History(
      name: "declining for three months by a tenth, a third and half", income: flat(1000, 21) + [900, 660, 500],
      stage: .decline, since: month(2024, 11), segment: .loyal),
    History(
      name: "four fifths gone since September", income: flat(1000, 20) + flat(200, 4), stage: .leaving,
      since: month(2024, 9), segment: .loyal),
    History(
      name: "silent since October", income: flat(1000, 21) + flat(0, 3), stage: .leaving, since: month(2024, 10),
      segment: .atRisk),
    History(
      name: "silent since January", income: flat(1000, 12) + flat(0, 12), stage: .left, since: month(2024, 1),
      segment: .lost),
    History(
      name: "back in October after eight months", income: flat(1000, 13) + flat(0, 8) + flat(900, 3), stage: .returned,
      since: month(2024, 10), segment: .wandering),
    History(
      name: "came in November", opened: BusinessDate(year: 2024, month: 11, day: 4), income: flat(0, 22) + [50, 80],
      stage: .onboarding, segment: .new),
    History(
      name: "came in July and is active", opened: BusinessDate(year: 2024, month: 7, day: 20),
      income: flat(0, 19) + flat(100, 5), stage: .growth, segment: .loyal),
    History(
      name: "came once, with much, and never had a level", opened: BusinessDate(year: 2024, month: 5, day: 20),
      income: flat(0, 17) + [500_000] + flat(0, 6), stage: nil, segment: .atRisk),
    History(
      name: "came twice, and never had a level", opened: BusinessDate(year: 2024, month: 4, day: 20),
      income: flat(0, 16) + [90_000, 70_000] + flat(0, 6), stage: nil, segment: .atRisk),
    History(
      name: "one dead month within the last three", income: flat(1000, 22) + [0, 1000], stage: .plateau,
      segment: .loyal),
    History(
      name: "a client of the summer", income: flat(0, 5) + flat(900, 3) + flat(0, 9) + flat(900, 3) + flat(0, 4),
      stage: .plateau, segment: .dormant),
  ]

  @Test("stage, its month and segment are as worked out", arguments: histories)
  func planted(history: History) throws {
    var bank = PlantedBank()
    // A hundred and twenty level clients around it: the bank's own movement is flat, its cuts are 3/4 and 1,000.
    for _ in 0..<120 { bank.add(flat(1000, 24)) }
    let client = bank.add(opened: history.opened, history.income)
    let assessment = LifeCycle.stages(bank.table)[client]
    #expect(assessment?.stage == history.stage)
    #expect(assessment?.since == history.since)
    #expect(bank.segments[client] == history.segment)
  }

  @Test("a client that declines for three months is flagged by the third month end, and not before the fall counts")
  func flaggedInTime() async {
    // 30 % below its level from October on; the rule needs two of three months at least so low.
    let income = flat(1000, 19) + [680, 650, 620, 600, 600]
    var bank = PlantedBank()
    for _ in 0..<120 { bank.add(flat(1000, 24)) }
    let client = bank.add(income)
    let past = await StagesOverTime(Vantage(bank.table), months: 6, settings: StageSettings(), threads: 1)
    let stages = past.monthEnds.map { $0.stages[client]?.stage }
    // June to December: the first low month is August.
    #expect(stages == [.plateau, .plateau, .plateau, .decline, .decline, .decline, .decline])
  }

  @Test("one month of noise, or a missing one, moves no level client", arguments: 1...UInt64(40))
  func oneMonth(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var bank = PlantedBank()
    for _ in 0..<200 {
      let level = 200 + random.below(20_000)
      var income = (0..<24).map { _ in Int(Double(level) * (0.95 + 0.1 * random.uniform())) }
      income[random.below(24)] = random.below(3) == 0 ? 0 : random.below(level * 10)
      bank.add(income)
    }
    let moved = LifeCycle.stages(bank.table).filter { $0?.stage != .plateau }
    #expect(moved.isEmpty, "seed \(seed)")
  }
}
