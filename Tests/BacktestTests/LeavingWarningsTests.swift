import Banking
import Features
import LifeCycle
import Testing

@testable import Backtest

struct LeavingWarningsTests {
  /// Clients of 24 months to 2025-12-31, by operations a month; income is ten for each.
  private func warnings(_ clients: [(operations: [Int], closed: BusinessDate?)]) async throws -> LeavingWarnings {
    let months = 24
    let asOf = try #require(BusinessDate(year: 2025, month: 12, day: 31))
    let opened = BusinessDate(year: 2015, month: 1, day: 1)
    let facts = clients.enumerated().map { place, client in
      ClientFacts(
        id: ClientID(Int64(place)), manager: nil, region: -1, industry: -1, legalForm: -1, openedOn: opened,
        closedOn: client.closed, annualTurnover: nil, contactAllowed: true)
    }
    let snapshot = Snapshot(
      bank: Bank(id: BankID("B"), name: "", currency: "EUR", locale: "en"), asOf: asOf, catalogue: Catalogue([]),
      regions: [], industries: [], legalForms: [], clients: facts, attributes: .empty,
      holdingStarts: Array(repeating: 0, count: clients.count + 1), holdings: [], spells: [], monthsOfHistory: months,
      monthlyIncome: clients.flatMap { $0.operations.map { Int64($0) * 1000 } },
      monthlyOperations: clients.flatMap { $0.operations.map { Int32($0) } })
    let past = await StagesOverTime(
      Vantage(FeatureTable(snapshot)), months: LeavingWarnings.months, settings: StageSettings(), threads: 1)
    return try #require(LeavingWarnings(past))
  }

  private func flat(_ value: Int, _ count: Int) -> [Int] { Array(repeating: value, count: count) }

  @Test("a slow goodbye is warned of by the stages, a sudden one by nobody, a pause is the plain rule's false alarm")
  func byHand() async throws {
    let found = try await warnings([
      (flat(100, 24), nil),
      // Half its business from January on, the last of it in May: the stages flag it in February, the plain rule in July.
      (flat(100, 12) + flat(50, 5) + flat(0, 7), nil),
      // Everything until June, then nothing.
      (flat(100, 18) + flat(0, 6), nil),
      // Two months without, in March and April, and back.
      (flat(100, 14) + flat(0, 2) + flat(100, 8), nil),
      // Half its business from February on, for good: declining, and still there.
      (flat(100, 13) + flat(50, 11), nil),
    ])
    #expect(found.leavers == 2 && found.closings == 0)
    #expect(found.figures.map(\.rule) == [.stages, .silentSixtyDays])
    #expect(found.figures.map(\.warned) == [1, 0])
    // The stages: the one that stays at half, and the pause, whose two months are two of three. The plain rule: the pause.
    #expect(found.figures.map(\.falseAlarms) == [2, 1])
  }

  @Test("a closing is held against the flags beside the end of business; a silence too short to tell counts nowhere")
  func closings() async throws {
    let found = try await warnings([
      (flat(100, 24), nil),
      // Silent from May, closed in November.
      (flat(100, 16) + flat(0, 8), BusinessDate(year: 2025, month: 11, day: 20)),
      // Silent for four months now.
      (flat(100, 20) + flat(0, 4), nil),
    ])
    #expect(found.leavers == 1 && found.closings == 1)
    #expect(found.figures.map(\.warned) == [0, 0])
    #expect(found.figures.map(\.warnedOfClosing) == [1, 1])
    #expect(found.figures.map(\.falseAlarms) == [0, 0])
  }
}
