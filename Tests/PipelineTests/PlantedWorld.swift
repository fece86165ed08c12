import Banking
import Features
import Gaps
import Nightly
import Policy
import TestBank
import Triggers

/// A world small enough for paper. Sixty shops hold ACCOUNT, CASH and CARD; forty of them also ACQUIRING, on which ten
/// bring 60 a month, twenty 100 and ten 140. Sixty offices hold ACCOUNT and PAYROLL. Nothing else tells the shops that
/// have acquiring from those that have not.
///
/// On paper: a shop without acquiring looks at 59 other shops, 40 of which hold it; their median income on it is 100, the
/// 20th percentile 60 and the 80th 140. No office holds it.
enum PlantedWorld {
  static let asOf = "2026-06-30"
  static let withoutAcquiring = Array(41...60)

  static func bank() -> TestBank {
    var bank = TestBank(asOf: asOf, products: ["ACCOUNT", "ACQUIRING", "CARD", "CASH", "PAYROLL"])
    for id in 1...60 {
      var uses: [TestBank.Use] = [
        .init("ACCOUNT", since: "2023-01-10", income: 20, operations: 40),
        .init("CASH", since: "2023-02-10", income: 30, operations: 8),
        .init("CARD", since: "2023-03-10", income: 10, operations: 20),
      ]
      if id <= 40 {
        let income: Int64 = id <= 10 ? 60 : id <= 30 ? 100 : 140
        uses.append(.init("ACQUIRING", since: "2024-01-10", income: income, operations: 30))
      }
      bank.add(Int64(id), region: 0, industry: 0, openedOn: "2023-01-10", turnover: 500_000, manager: 1, uses: uses)
    }
    for id in 61...120 {
      bank.add(
        Int64(id), region: 0, industry: 0, openedOn: "2021-01-10", turnover: 2_000_000, manager: 2,
        uses: [
          .init("ACCOUNT", since: "2021-01-10", income: 60, operations: 12),
          .init("PAYROLL", since: "2021-03-10", income: 200, operations: 24),
        ])
    }
    return bank
  }

  static func night(
    _ bank: TestBank, billing: BillingCycles = .monthly, triggers: [ExistingTrigger] = [], threads: Int = 1,
    change: (inout PolicySettings) -> Void = { _ in }
  ) async throws -> Night {
    var settings = PolicySettings()
    settings.cohorts.minimumMembers = 100
    change(&settings)
    let input = NightInput(
      snapshot: bank.snapshot(regions: ["North"], industries: ["trade"]), billing: billing,
      previousModel: nil,
      previousStages: [:], desks: DeskBook(branches: [ManagerID(1): "A", ManagerID(2): "A"]), triggers: triggers,
      refit: false)
    return try await Night(input, settings: settings, threads: threads, report: { _ in })
  }
}
