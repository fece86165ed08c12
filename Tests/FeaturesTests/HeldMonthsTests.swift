import Banking
import Features
import TestBank
import Testing

@Suite("Months in which a product was held")
struct HeldMonthsTests {
  /// As of the end of June 2026.
  private func months(
    _ spells: [(String?, String?)], ofLast window: Int = 12, openedOn: String? = nil, cycle: UInt8 = 1
  ) -> (held: Int, observed: Int) {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.add(1, openedOn: openedOn, uses: [.init("A", income: 100, operations: 10)])
    bank.clients[0].spells[0] = spells.map { Spell(start: $0.map(date), end: $1.map(date)) }
    let table = FeatureTable(bank.snapshot(), billing: BillingCycles([cycle]))
    let holding = table.snapshot.holdings(of: 0)[0]
    return (table.snapshot.heldMonths(holding, ofLast: window), table.observedMonths(of: 0, holding))
  }

  @Test("a month counts in which it was held on some day")
  func single() {
    #expect(months([("2026-06-30", nil)]).held == 1)
    #expect(months([("2026-01-31", nil)]).held == 6)
    #expect(months([("2020-01-01", nil)]).held == 12)
    #expect(months([("2020-01-01", nil)], ofLast: 3).held == 3)
    #expect(months([(nil, nil)]).held == 12)
    #expect(months([]).held == 12)
  }

  @Test("a product that was closed and opened again keeps the months before")
  func reopened() {
    // Over a weekend.
    #expect(months([("2020-01-01", "2026-05-29"), ("2026-06-01", nil)]).held == 12)
    // In one month: it counts once.
    #expect(months([("2020-01-01", "2026-05-10"), ("2026-05-25", nil)]).held == 12)
    // July to September, and June.
    #expect(months([("2025-07-15", "2025-09-20"), ("2026-06-03", nil)]).held == 4)
    // The day of closing is the first without it.
    #expect(months([("2025-07-15", "2025-10-01"), ("2026-06-03", nil)]).held == 4)
    #expect(months([(nil, "2025-02-01"), ("2026-06-03", nil)]).held == 1)
  }

  @Test("of what was moved on a day as many count as it was used in")
  func moved() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.add(1, uses: [.init("A", income: 100, operations: 10)])
    bank.clients[0].spells[0] = [Spell(start: date("2026-06-10"), end: nil, isChosen: false)]
    for (used, held) in [(UInt8(12), 12), (1, 1), (5, 5), (0, 1)] {
      bank.clients[0].holdings[0].activeMonths = used
      let snapshot = bank.snapshot()
      #expect(snapshot.heldMonths(snapshot.holdings(of: 0)[0], ofLast: 12) == held)
      #expect(snapshot.heldMonths(snapshot.holdings(of: 0)[0], ofLast: 3) == min(3, held))
    }
  }

  @Test("of a client that came lately no more months are observed than it has been there")
  func observed() {
    #expect(months([(nil, nil)], openedOn: "2026-04-15").observed == 3)
    #expect(months([("2026-05-15", nil)], openedOn: "2020-04-15").observed == 2)
  }

  @Test("where one charge pays for several months, whole cycles are observed")
  func cycles() {
    #expect(months([("2026-05-15", nil)], cycle: 3).observed == 3)
    #expect(months([("2026-03-15", nil)], cycle: 3).observed == 6)
    #expect(months([("2026-05-15", nil)], openedOn: "2026-05-15", cycle: 12).observed == 12)
    #expect(months([("2020-05-15", nil)], cycle: 12).observed == 12)
  }
}
