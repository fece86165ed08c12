import Banking
import Features
import Glibc
import Testing

@testable import LifeCycle

struct StageTests {
  @Test("a level income is a plateau, over two years or over one")
  func plateau() {
    #expect(PlantedBank.assess(flat(1000, 24))?.stage == .plateau)
    #expect(PlantedBank.assess(flat(1000, 12))?.stage == .plateau)
  }

  @Test("income a quarter above last year's is growth, and says so")
  func growth() throws {
    // 2024-10..12: 1250 against 2023-10..12: 1000; risen from 2024-08 on.
    let grown = try #require(PlantedBank.assess(flat(1000, 19) + flat(1250, 5)))
    #expect(grown.stage == .growth)
    let change = try #require(grown.change)
    #expect(change.basis == .sameMonthsLastYear && change.measure == .income)
    #expect(change.share == 0.25 && change.usual == 100_000 && change.now == 125_000)
    #expect(grown.since == Month(year: 2024, month: 8))
  }

  @Test("a rise that goes back as far as months can be compared is not dated")
  func risenForLong() {
    let rising = (0..<24).map { Int(1000 * pow(1.02, Double($0))) }
    let assessment = PlantedBank.assess(rising)
    #expect(assessment?.stage == .growth && assessment?.since == nil)
  }

  @Test("three months at 60 % are a decline by 40 % since their first, with history of two years or of one")
  func decline() throws {
    for months in [24, 12] {
      let fallen = try #require(PlantedBank.assess(flat(1000, months - 3) + flat(600, 3)))
      #expect(fallen.stage == .decline)
      #expect(abs((fallen.fellBy ?? 0) - 0.4) < 1e-12)
      #expect(fallen.since == Month(year: 2024, month: 10))
      #expect(fallen.change?.basis == (months == 24 ? .sameMonthsLastYear : .ownMonths))
    }
  }

  @Test("a fall is not dated back to a month that was as usual")
  func onset() {
    // The level of September to November is 500, and October was 1,000.
    let fallen = PlantedBank.assess(flat(1000, 8) + [500, 1000, 500, 500])
    #expect(fallen?.stage == .decline)
    #expect(fallen?.since == Month(year: 2024, month: 11))
  }

  @Test("of income and operations that fell, what has come back leaves the other")
  func overInOne() {
    let fallen = PlantedBank.assess(operations: flat(100, 21) + [55, 55, 55], flat(1000, 21) + [300, 300, 1000])
    #expect(fallen?.stage == .decline && fallen?.change?.measure == .operations)
  }

  @Test("a fall that is over in the last month is none that begins, though it may go on")
  func over() {
    for (last, stage) in [(1000, Stage.plateau), (900, .plateau), (840, .decline), (400, .decline)] {
      #expect(PlantedBank.assess(flat(1000, 21) + [400, 400, last])?.stage == stage)
      #expect(PlantedBank.assess(previous: .decline, flat(1000, 21) + [400, 400, last])?.stage == .decline)
    }
  }

  @Test("income sliding by 15 % a month is flagged by the end of the third month")
  func sliding() {
    #expect(PlantedBank.assess(flat(1000, 21) + [850, 720, 610])?.stage == .plateau)
    #expect(PlantedBank.assess(flat(1000, 20) + [850, 720, 610, 520])?.stage == .decline)
    #expect(PlantedBank.assess(flat(1000, 21) + [850, 680, 540])?.stage == .decline)
  }

  @Test("who came back after a long silence is compared with what it brought since, not with the silence")
  func sinceTheReturn() {
    let back = [897, 729, 767, 638, 769, 666, 780, 631, 656]
    #expect(PlantedBank.assess(flat(1000, 5) + flat(0, 10) + back)?.stage == .plateau)
    #expect(PlantedBank.assess(flat(1000, 7) + flat(0, 10) + flat(700, 7))?.stage == .plateau)
    #expect(PlantedBank.assess(flat(1000, 5) + flat(0, 10) + flat(700, 6) + flat(300, 3))?.stage == .decline)
    #expect(PlantedBank.assess(flat(1000, 5) + flat(0, 10) + flat(700, 6) + flat(1000, 3))?.stage == .growth)
    // Half a year away and seven months back at three fifths: a year ago it was about to go, which is no level.
    #expect(PlantedBank.assess(flat(1000, 11) + flat(0, 6) + flat(600, 7))?.stage == .plateau)
    // Who goes up and down by as much each month does not fall.
    let swinging = [500, 900, 500, 900, 500, 900, 500, 900, 500]
    #expect(PlantedBank.assess(flat(1000, 5) + flat(0, 10) + swinging)?.stage == .plateau)
  }

  @Test("operations that fall while income holds are a decline of operations; a handful of them says nothing")
  func operations() throws {
    let fallen = try #require(PlantedBank.assess(operations: flat(100, 21) + flat(50, 3), flat(1000, 24)))
    #expect(fallen.stage == .decline && fallen.change?.measure == .operations && fallen.fellBy == 0.5)
    #expect(PlantedBank.assess(operations: flat(4, 21) + flat(2, 3), flat(1000, 24))?.stage == .plateau)
  }

  @Test("a fall by three quarters, or a silence of three months, is leaving")
  func leaving() throws {
    #expect(PlantedBank.assess(flat(1000, 21) + flat(250, 3))?.stage == .leaving)
    let silent = try #require(PlantedBank.assess(flat(1000, 21) + flat(0, 3)))
    #expect(silent.stage == .leaving && silent.silentMonths == 3)
    #expect(silent.since == Month(year: 2024, month: 10))
  }

  @Test("a closed client has left in any case, and so has one silent for a year")
  func left() throws {
    let closed = BusinessDate(year: 2024, month: 11, day: 20)
    #expect(PlantedBank.assess(closed: closed, flat(1000, 24))?.stage == .left)
    #expect(PlantedBank.assess(closed: closed, flat(1000, 24))?.since == Month(year: 2024, month: 11))
    #expect(PlantedBank.assess(closed: closed, [])?.stage == .left)
    #expect(PlantedBank.assess(flat(1000, 12) + flat(0, 12))?.stage == .left)
  }

  @Test("onboarding needs tenure only")
  func onboarding() {
    let young = BusinessDate(year: 2024, month: 10, day: 15)
    #expect(PlantedBank.assess(opened: young, [])?.stage == .onboarding)
    #expect(PlantedBank.assess(opened: young, flat(10, 2))?.stage == .onboarding)
  }

  @Test("a client past onboarding without a level of its own yet is growing if it is active")
  func young() {
    let opened = BusinessDate(year: 2024, month: 7, day: 20)
    #expect(PlantedBank.assess(opened: opened, flat(0, 7) + [5] + flat(100, 4))?.stage == .growth)
  }

  @Test("without activity history, or with too little of it, nothing is claimed")
  func unknown() {
    #expect(PlantedBank.assess([]) == nil)
    #expect(PlantedBank.assess(opened: nil, []) == nil)
    #expect(PlantedBank.assess(flat(1000, 5)) == nil)
    #expect(PlantedBank.assess(opened: nil, flat(1000, 6))?.stage == .plateau)
  }

  @Test("active again after half a year of silence is a return, for half a year")
  func returned() throws {
    let back = try #require(PlantedBank.assess(flat(1000, 12) + flat(0, 8) + flat(500, 4)))
    #expect(back.stage == .returned)
    #expect(back.since == Month(year: 2024, month: 9))
    #expect(PlantedBank.assess(flat(1000, 8) + flat(0, 8) + flat(500, 8))?.stage != .returned)
    #expect(PlantedBank.assess(flat(1000, 16) + flat(0, 4) + flat(1000, 4))?.stage == .plateau)
  }

  @Test("accounts opened anew after half a year without any are a return")
  func reopened() throws {
    func day(_ year: Int, _ month: Int) -> BusinessDate { Month(year: year, month: month).firstDay }
    let spells = [Spell(start: day(2015, 1), end: day(2023, 12)), Spell(start: day(2024, 8), end: nil)]
    let back = try #require(PlantedBank.assess(spells: spells, flat(1000, 24)))
    #expect(back.stage == .returned && back.since == Month(year: 2024, month: 8))
    let overlapping = [Spell(start: day(2015, 1), end: nil), Spell(start: day(2024, 8), end: nil)]
    #expect(PlantedBank.assess(spells: overlapping, flat(1000, 24))?.stage == .plateau)
  }

  @Test("a season that was dead before is no leaving and its end no return")
  func deadSeason() {
    // Active May to August only; as of December, and with the silence of the year before in sight.
    let year = flat(0, 4) + flat(1000, 4) + flat(0, 4)
    let stage = PlantedBank.assess(year + year)?.stage
    #expect(stage == .plateau)
  }
}
