import Banking
import Features
import LifeCycle
import TestBank
import Testing
import Triggers

@testable import Nightly

@Suite("A charge that comes once a year, after a silence")
struct YearlyChargeTests {
  /// Thirty clients like others, and one whose account was used up to some months ago, and whose insurance of 1,200 was charged in the
  /// last month.
  /// - Parameters:
  ///   - silent: months since the account was used.
  ///   - now: what the account brings in the last month again.
  ///   - uses: months of the year with anything of the insurance.
  private func table(silent: Int, now: Int64 = 0, uses: UInt8 = 1, billing: BillingCycles) -> FeatureTable {
    var bank = TestBank(asOf: "2026-06-30", products: ["ACCOUNT", "INSURANCE"])
    bank.monthsOfHistory = 24
    for id in 1...30 {
      bank.add(
        Int64(id), openedOn: "2021-01-10", uses: [.init("ACCOUNT", since: "2021-01-10", income: 50, operations: 20)])
    }
    bank.add(
      31, openedOn: "2021-01-10",
      uses: [
        .init("ACCOUNT", since: "2021-01-10", income: 50, operations: 20),
        .init("INSURANCE", since: "2024-06-10", income: 0),
      ])
    let used = 24 - silent
    let last = now > 0 ? 1 : 0
    bank.clients[30].income =
      Array(repeating: 50_00, count: used) + Array(repeating: 0, count: silent - 1) + [120_000 + now * 100]
    bank.clients[30].operations =
      Array(repeating: 20, count: used) + Array(repeating: 0, count: silent - 1) + [Int32(1 + last * 20)]
    let month = date("2026-06-30").lastCompleteMonth
    bank.clients[30].holdings[0].lastActive = now > 0 ? month : month.advanced(by: -silent)
    bank.clients[30].holdings[0].income3 = now * 100
    bank.clients[30].holdings[0].operations3 = Int32(last * 20)
    (bank.clients[30].holdings[1].income3, bank.clients[30].holdings[1].income12) = (120_000, 120_000)
    bank.clients[30].holdings[1].lastActive = month
    bank.clients[30].holdings[1].activeMonths = uses
    return FeatureTable(bank.snapshot(), billing: billing)
  }

  private func assessment(_ table: FeatureTable) async -> StageAssessment? {
    await StagedClients(Vantage(table), settings: StageSettings(), threads: 1) { _ in nil }.stages[30]
  }

  private static let yearly = BillingCycles([1, 12])

  @Test("brings nobody back", arguments: [8, 11, 13, 18])
  func silence(months: Int) async {
    #expect(await assessment(table(silent: months, billing: .monthly))?.stage == .returned)
    let stage = await assessment(table(silent: months, billing: Self.yearly))?.stage
    #expect(months < 12 ? stage == .leaving : stage != .returned)
    #expect(await assessment(table(silent: months, now: 60, billing: Self.yearly))?.stage == .returned)
  }

  @Test("is no mere charge where the product is used between charges")
  func used() async {
    for (uses, stage) in [(2, Stage.leaving), (3, .returned)] as [(UInt8, Stage)] {
      #expect(await assessment(table(silent: 8, uses: uses, billing: Self.yearly))?.stage == stage)
    }
  }

  @Test("is spread over its year in what a client that is back brings")
  func worth() async throws {
    for (billing, worth) in [(BillingCycles.monthly, 1_260), (Self.yearly, 160)] {
      let table = table(silent: 8, now: 60, billing: billing)
      let calls = ClientCalls(
        table: table, client: 30, policy: TriggerPolicy(),
        rules: OfferRules(table.snapshot.catalogue, policy: TriggerPolicy()))
      let back = try #require(await assessment(table))
      #expect(calls.returned(back).candidate.typicalIncome == Money(minorUnits: Int64(worth) * 100))
    }
  }
}
