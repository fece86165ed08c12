import Banking
import TestBank
import Testing
import Triggers

@testable import Nightly

@Suite("Whether a client has picked up since it was called")
struct PickedUpTests {
  /// Two years up to June 2026, by month: `usual` to February, then as given.
  private func pickedUp(
    income: [Int64], operations: [Int32] = [], kind: TriggerKind = .retain, product: String? = nil,
    raised: String = "2026-05-20", opened: String? = nil, since: String? = nil,
    change: (inout Holding) -> Void = { _ in }
  ) -> Bool {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.monthsOfHistory = 24
    bank.add(1, openedOn: opened, uses: [.init("A", since: since, income: 100, operations: 10)])
    for (back, value) in income.reversed().enumerated() { bank.clients[0].income[23 - back] = value * 100 }
    for (back, value) in operations.reversed().enumerated() { bank.clients[0].operations[23 - back] = value }
    change(&bank.clients[0].holdings[0])
    let (client, raisedOn, product) = (ClientID(1), date(raised), product.map { ProductCode($0) })
    let trigger = ExistingTrigger(
      id: TriggerID(bank: BankID("T"), client: client, kind: kind, product: product, cycle: 1),
      conversation: ConversationID(bank: BankID("T"), client: client, raisedOn: raisedOn), client: client,
      desk: .manager(ManagerID(1)), kind: kind, product: product, state: .accepted, cycle: 1, raisedOn: raisedOn,
      validUntil: raisedOn)
    return PickedUp(bank.snapshot())(0, since: trigger)
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

  @Test("months before the client came are none of its months")
  func newcomer() {
    let before = Array(repeating: Int64(0), count: 15)
    for (now, isRegained) in [(Int64(40), false), (80, true)] {
      let income = before + [100, 100, 100, 100, 100, 40, 40, 40, now]
      #expect(pickedUp(income: income, opened: "2025-10-01") == isRegained)
      #expect(pickedUp(income: income, opened: "2025-09-20") == isRegained)
    }
  }

  @Test("what has fallen has to recover, operations as income; where nothing has, nothing is regained")
  func measures() {
    #expect(!pickedUp(income: [95, 95, 95, 95]))
    #expect(pickedUp(income: [95, 95, 95, 95], operations: [2, 2, 2, 9]))
    #expect(!pickedUp(income: [100, 100, 100, 100], operations: [2, 2, 2, 2]))
    #expect(pickedUp(income: [40, 40, 40, 90], operations: [2, 2, 2, 9]))
    #expect(!pickedUp(income: [40, 40, 40, 90], operations: [2, 2, 2, 2]))
  }

  @Test("a product is used more when its last months are above its year, by operations where there are any")
  func used() {
    func used(_ product: String = "A", since: String? = nil, _ change: (inout Holding) -> Void = { _ in }) -> Bool {
      pickedUp(income: [], kind: .deepen, product: product, since: since, change: change)
    }
    #expect(!used())
    #expect(used { $0.operations3 = 31 })
    #expect(!used { $0.income3 = 90_000 })
    #expect(
      used { holding in
        (holding.operations3, holding.operations12) = (0, 0)
        holding.income3 = 30_001
      })
    #expect(!used("B"))
  }

  @Test("of a product held for part of the year the months held are compared")
  func young() {
    func used(_ since: String, _ three: Int32, of held: Int32) -> Bool {
      pickedUp(income: [], kind: .deepen, product: "A", since: since) {
        ($0.operations3, $0.operations12) = (three, held)
      }
    }
    #expect(!used("2026-01-10", 30, of: 60))
    #expect(used("2026-01-10", 31, of: 60))
    #expect(!used("2026-04-10", 30, of: 30))
  }

  @Test("a product is revived when it is used in a whole month since")
  func revived() {
    func revived(lastActive: Month?) -> Bool {
      pickedUp(income: [], kind: .activate, product: "A") { $0.lastActive = lastActive }
    }
    #expect(revived(lastActive: Month(year: 2026, month: 6)))
    #expect(!revived(lastActive: Month(year: 2026, month: 5)))
    #expect(!revived(lastActive: nil))
  }
}
