import Banking
import TestBank
import Testing

@testable import Nightly

@Suite("Whether a client has picked up since it was called")
struct PickedUpTests {
  /// Two years up to June 2026, by month: `usual` to February, then as given.
  private func pickedUp(
    income: [Int64], operations: [Int32] = [], product: Int? = nil, raised: String = "2026-05-20",
    change: (inout Holding) -> Void = { _ in }
  ) -> Bool {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.monthsOfHistory = 24
    bank.add(1, uses: [.init("A", income: 100, operations: 10)])
    for (back, value) in income.reversed().enumerated() { bank.clients[0].income[23 - back] = value * 100 }
    for (back, value) in operations.reversed().enumerated() { bank.clients[0].operations[23 - back] = value }
    change(&bank.clients[0].holdings[0])
    return PickedUp(bank.snapshot())(0, product, since: date(raised))
  }

  @Test("half of what was lost has to be back, in a whole month since")
  func regained() {
    #expect(!pickedUp(income: [40, 40, 40, 40]))
    #expect(!pickedUp(income: [40, 40, 40, 69]))
    #expect(pickedUp(income: [40, 40, 40, 70]))
    // In June it was called, and nothing is over since.
    #expect(!pickedUp(income: [40, 40, 40, 100], raised: "2026-06-02"))
    // Two months since: their average counts.
    #expect(!pickedUp(income: [40, 40, 40, 100, 30], raised: "2026-04-20"))
    #expect(pickedUp(income: [40, 40, 40, 100, 40], raised: "2026-04-20"))
  }

  @Test("what has not fallen needs no recovery, what has does, operations as income")
  func measures() {
    #expect(pickedUp(income: [95, 95, 95, 95]))
    #expect(!pickedUp(income: [100, 100, 100, 100], operations: [2, 2, 2, 2]))
    #expect(pickedUp(income: [40, 40, 40, 90], operations: [2, 2, 2, 9]))
    #expect(!pickedUp(income: [40, 40, 40, 90], operations: [2, 2, 2, 2]))
  }

  @Test("a product is used more when its last months are above its year, by operations where there are any")
  func used() {
    #expect(!pickedUp(income: [], product: 0))
    #expect(pickedUp(income: [], product: 0) { $0.operations3 = 31 })
    #expect(!pickedUp(income: [], product: 0) { $0.income3 = 90_000 })
    #expect(
      pickedUp(income: [], product: 0) { holding in
        (holding.operations3, holding.operations12) = (0, 0)
        holding.income3 = 30_001
      })
    #expect(!pickedUp(income: [], product: 7))
  }
}
