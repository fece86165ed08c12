import Banking
import Cohorts
import Features
import TestBank
import Testing

@Suite("Cohorts")
struct CohortsTests {
  @Test("A client's cohort is the narrowest that is large enough, and says so")
  func backOff() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    for id in 1...6 { bank.add(Int64(id), region: id <= 4 ? 0 : 1, industry: 0, uses: []) }
    bank.add(7, region: 0, industry: 1, uses: [])
    bank.add(8, region: 0, uses: [])
    bank.add(9, region: 0, industry: 0, closedOn: "2026-01-01", uses: [])
    let cohorts = Cohorts(
      FeatureTable(bank.snapshot(regions: ["N", "S"], industries: ["retail", "it"])), minimumMembers: 4)
    #expect(cohorts.all.map(\.level) == [.bank, .industry, .region])
    #expect(cohorts.all.map(\.memberCount) == [8, 6, 4])
    #expect(cohorts.ofClient == [2, 2, 2, 2, 1, 1, 0, 0, 2])
    #expect(cohorts.chain(from: 2) == [2, 1, 0])
  }
}
