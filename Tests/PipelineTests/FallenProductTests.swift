import Banking
import Features
import TestBank
import Testing

@testable import LifeCycle
@testable import Nightly

@Suite("The product that a fall comes from")
struct FallenProductTests {
  /// What a product brought a month in the nine months before the last three, and in these.
  private typealias Level = (product: String, before: Int64, now: Int64, endedOn: String?)

  private func fallen(
    _ levels: [Level], of measure: LevelChange.Measure = .income, since: Month? = nil,
    billing: BillingCycles = .monthly, opened: String = "2021-01-10", loanMatures: Bool = false,
    cardGivenOn: String? = nil
  ) -> FallenProduct? {
    var bank = TestBank(asOf: "2026-06-30", products: ["ACCOUNT", "CARD", "LOAN"])
    bank.add(
      1, region: 0, industry: 0, openedOn: opened, turnover: 500_000, manager: 1,
      uses: levels.map {
        .init($0.product, since: "2023-01-10", until: $0.endedOn, income: $0.now, operations: Int32($0.now))
      })
    for (place, level) in levels.enumerated() {
      bank.clients[0].holdings[place].income12 = 100 * (9 * level.before + 3 * level.now)
      bank.clients[0].holdings[place].operations12 = Int32(9 * level.before + 3 * level.now)
    }
    if let cardGivenOn { bank.clients[0].spells[1] = [Spell(start: date(cardGivenOn), end: nil, isChosen: false)] }
    if loanMatures {
      bank.add(2, openedOn: opened, uses: [.init("LOAN", since: "2023-01-10", income: 50, operations: 20)])
      bank.clients[1].holdings[0].maturesOn = date("2028-01-10")
    }
    let table = FeatureTable(bank.snapshot(regions: ["North"], industries: ["trade"]), billing: billing)
    return FallenProduct(table, client: 0, measure: measure, since: since, but: EndedIncome(Vantage(table)))
  }

  @Test(
    "is one that ended, whatever the others do, with the day", arguments: [LevelChange.Measure.income, .operations])
  func ended(measure: LevelChange.Measure) {
    let levels: [Level] = [("ACCOUNT", 100, 60, nil), ("LOAN", 300, 0, "2026-03-20")]
    #expect(fallen(levels, of: measure) == FallenProduct(product: 2, endedOn: date("2026-03-20")))
  }

  @Test("is none that ended long after the fall began, or before")
  func endedAtAnotherTime() {
    let levels: [Level] = [("ACCOUNT", 100, 60, nil), ("LOAN", 300, 0, "2026-03-20")]
    for (month, isNamed) in [(2025, 11, false), (2025, 12, true), (2026, 6, true)].map({
      (Month(year: $0.0, month: $0.1), $0.2)
    }) {
      #expect((fallen(levels, since: month) != nil) == isNamed)
    }
  }

  @Test(
    "is none that the bank moved to another product that week",
    arguments: [("2026-03-23", false), ("2026-04-20", true)])
  func moved(cardGivenOn: String, isNamed: Bool) {
    let levels: [Level] = [("ACCOUNT", 100, 90, nil), ("CARD", 0, 30, nil), ("LOAN", 300, 0, "2026-03-20")]
    #expect((fallen(levels, cardGivenOn: cardGivenOn) != nil) == isNamed)
  }

  @Test("is no contract, which is left out of a fall of income, unless operations fell")
  func contract() {
    let levels: [Level] = [("ACCOUNT", 100, 40, nil), ("LOAN", 300, 0, "2026-03-20")]
    #expect(fallen(levels, loanMatures: true) == FallenProduct(product: 0, endedOn: nil))
    #expect(
      fallen(levels, of: .operations, loanMatures: true) == FallenProduct(product: 2, endedOn: date("2026-03-20")))
  }

  @Test("is judged by the months that the client was there for")
  func newcomer() {
    // Three months at 900, of which the nine before the last three would make 300.
    let levels: [Level] = [("ACCOUNT", 100, 300, nil), ("CARD", 300, 400, nil)]
    #expect(fallen(levels) == nil)
    #expect(fallen(levels, opened: "2026-01-01") == FallenProduct(product: 1, endedOn: nil))
  }

  @Test("is one that lost half while the others stand")
  func held() {
    #expect(fallen([("ACCOUNT", 100, 95, nil), ("CARD", 300, 140, nil)]) == FallenProduct(product: 1, endedOn: nil))
    #expect(fallen([("CARD", 300, 140, nil)]) == FallenProduct(product: 1, endedOn: nil))
    #expect(fallen([("ACCOUNT", -20, -20, nil), ("CARD", 300, 140, nil)]) == FallenProduct(product: 1, endedOn: nil))
  }

  @Test("is none where all fell, or the greatest fall is less than half of it, or nothing fell")
  func none() {
    #expect(fallen([("ACCOUNT", 100, 60, nil), ("CARD", 300, 140, nil)]) == nil)
    let ended = "2026-03-01"
    #expect(fallen([("ACCOUNT", 100, 0, ended), ("CARD", 100, 0, ended), ("LOAN", 110, 0, ended)]) == nil)
    #expect(fallen([("ACCOUNT", 100, 100, nil), ("CARD", 300, 320, nil)]) == nil)
    #expect(fallen([]) == nil)
  }

  @Test("is none that is paid for once a year and held still")
  func yearly() {
    let levels: [Level] = [("ACCOUNT", 100, 100, nil), ("CARD", 20, 0, nil)]
    #expect(fallen(levels) == FallenProduct(product: 1, endedOn: nil))
    #expect(fallen(levels, billing: BillingCycles([1, 12, 1])) == nil)
  }
}
