import Banking
import DemoBank
import Testing

@Suite struct PlausibilityTests {
  let pack = Fixture.bank.pack

  @Test(
    "penetrations look like a bank's",
    arguments: [
      ("SETTLEMENT", 0.94...1.0), ("ONLINE_BASIC", 0.35...0.55), ("ONLINE_PRO", 0.15...0.32), ("CARD", 0.25...0.45),
      ("PAYROLL", 0.2...0.4), ("ACQUIRING", 0.18...0.33), ("TERMINAL", 0.07...0.2), ("CASH", 0.07...0.18),
      ("DEPOSIT", 0.09...0.2), ("OVERDRAFT", 0.04...0.12), ("WORKING_CAPITAL", 0.03...0.1),
      ("INVESTMENT_LOAN", 0.025...0.08), ("LEASING", 0.015...0.05), ("GUARANTEE", 0.015...0.05),
      ("FX_CONTROL", 0.04...0.12), ("INSURANCE", 0.07...0.17), ("CHEQUE_BOOK", 0.01...0.07),
    ])
  func penetration(code: String, range: ClosedRange<Double>) {
    let active = Set(pack.clients.filter { $0.closedOn == nil }.map(\.clientID))
    let holders = Set(
      pack.accounts.filter { $0.product.rawValue == code && $0.closedOn == nil }.map(\.clientID)
    ).intersection(active)
    let share = Double(holders.count) / Double(active.count)
    #expect(range.contains(share), "\(code): \(share), seed \(Fixture.seed)")
  }

  @Test("a client earns the bank some tens of euros a month, and a few earn it a great deal")
  func income() {
    var quarter: [ClientID: Double] = [:]
    let start = Fixture.asOf.calendarMonth.advanced(by: -2)
    for row in pack.productMonths where row.month >= start {
      quarter[row.clientID, default: 0] += row.income.estimate / 3
    }
    let sorted = quarter.values.sorted()
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    #expect((40...250).contains(mean))
    #expect(sorted[sorted.count / 2] < 0.6 * mean)
    #expect(pack.productMonths.contains { $0.income < .zero })
  }

  @Test("most clients stay, some leave, some come back, and some leave without a word")
  func comingAndGoing() {
    let closed = Double(pack.clients.count { $0.closedOn != nil }) / Double(pack.clients.count)
    #expect((0.06...0.2).contains(closed))
    let departures = Fixture.bank.truth.flatMap(\.departures)
    #expect(departures.contains { $0.returnedOn != nil })
    #expect(departures.contains { $0.lastFlowIn != nil && $0.closedOn == nil })
    for reason in Departure.Reason.allCases { #expect(departures.contains { $0.reason == reason }) }
    for regime in GrowthRegime.allCases { #expect(Fixture.bank.truth.contains { $0.regime == regime }) }
  }

  @Test("names come in three scripts and some are very long")
  func names() {
    let names = pack.clients.map(\.name)
    #expect(names.contains { $0.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } })
    #expect(names.contains { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
    #expect(names.contains { $0.count > 120 })
  }
}
