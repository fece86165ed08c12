import Banking
import Features
import TestBank
import Testing

@testable import Gaps

@Suite struct ClientOwnershipTests {
  private let table = TinyBank.table(
    products: 4, asOf: "2025-06-30",
    clients: [
      [
        (0, nil, nil), (1, "2025-01-10", "2025-03-01"), (1, "2025-05-20", nil), (2, "2025-06-05", nil),
        (3, "2024-01-01", "2025-06-10"),
      ]
    ])

  private func state(_ day: String) -> ClientOwnership {
    var state = ClientOwnership()
    let day = TinyBank.date(day)
    state.read(table.snapshot, 0, day: day, monthStart: day.monthsEarlier(1), agesUntil: day)
    return state
  }

  @Test("Spells say what was held, opened and dropped on any day")
  func states() {
    #expect(state("2025-06-30").held == [0, 1, 2])
    #expect(state("2025-06-30").opened == [2])
    #expect(state("2025-06-30").dropped.map(\.product) == [3])
    #expect(state("2025-04-30").held == [0, 3])
    #expect(state("2025-04-30").dropped.map(\.product) == [1])
    #expect(state("2025-01-31").opened == [1])
  }

  @Test("What begins or ends after the day is not seen on it")
  func future() {
    let early = state("2025-02-28")
    #expect(early.held == [0, 1, 3])
    #expect(early.dropped.isEmpty)
    #expect(early.monthsSinceOpening.map { ($0 * ClientOwnership.daysPerMonth).rounded() } == 49)
  }

  @Test("An opening starts within the window on a product not held before it; undated spells are none")
  func openings() {
    var opened: [Int] = []
    ClientOwnership.eachOpening(
      table.snapshot, 0, after: TinyBank.date("2025-04-30"), upTo: TinyBank.date("2025-06-30")
    ) { opened.append($0) }
    #expect(opened == [1, 2])
  }

  @Test("What was moved on a day is held from then on, and nobody has opened it")
  func moved() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.add(1, uses: [.init("A", since: "2026-06-10")])
    bank.clients[0].spells[0][0].isChosen = false
    let snapshot = bank.snapshot()
    ClientOwnership.eachOpening(snapshot, 0, after: date("2026-05-31"), upTo: date("2026-06-30")) {
      Issue.record("\($0) was opened")
    }
    var state = ClientOwnership()
    for (day, held) in [("2026-06-09", []), ("2026-06-10", [0])] {
      state.read(snapshot, 0, day: date(day), monthStart: date("2026-05-31"), agesUntil: date("2026-05-31"))
      #expect(state.held == held && state.opened.isEmpty && state.monthsSinceOpening == nil)
    }
  }
}
