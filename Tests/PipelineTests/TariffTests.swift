import Banking
import Features
import LifeCycle
import TestBank
import Testing

@Suite("A price that has come down for all")
struct TariffTests {
  /// Forty clients with 20 a month from their account and 80 from acquiring, which since three months brings some of them less.
  /// - Parameters:
  ///   - cheaper: how many have it at half its price.
  ///   - used: of the operations of before, what share the first client still has.
  private func stages(cheaper: Int, used: Int64 = 100) async -> [Stage?] {
    var bank = TestBank(asOf: "2026-06-30", products: ["ACCOUNT", "ACQUIRING"])
    bank.monthsOfHistory = 24
    for id in 1...40 {
      bank.add(
        Int64(id), openedOn: "2021-01-10",
        uses: [
          .init("ACCOUNT", since: "2021-01-10", income: 20, operations: 20),
          .init("ACQUIRING", since: "2022-01-10", income: 80, operations: 100),
        ])
      let share = id == 1 ? used : 100
      let now = (id <= cheaper ? 40 : 80) * share
      for month in 21..<24 {
        bank.clients[id - 1].income[month] = 2000 + now
        bank.clients[id - 1].operations[month] = 20 + Int32(share)
      }
      bank.clients[id - 1].holdings[1].income3 = 3 * now
      bank.clients[id - 1].holdings[1].income12 = 9 * 8000 + 3 * now
      bank.clients[id - 1].holdings[1].operations3 = 3 * Int32(share)
      bank.clients[id - 1].holdings[1].operations12 = 900 + 3 * Int32(share)
    }
    let table = FeatureTable(bank.snapshot())
    return await StagedClients(Vantage(table), settings: StageSettings(), threads: 1) { _ in nil }.stages.map {
      $0?.stage
    }
  }

  @Test("lets nobody decline, and shows who does")
  func common() async {
    #expect(await Set(stages(cheaper: 40)) == [.plateau])
    let stages = await stages(cheaper: 40, used: 10)
    #expect(stages[0] == .leaving && Set(stages.dropFirst()) == [.plateau])
  }

  @Test("is none where half of the clients pay what they paid: the others have fallen")
  func half() async {
    let stages = await stages(cheaper: 20)
    #expect(Set(stages.prefix(20)) == [.decline] && Set(stages.suffix(20)) == [.plateau])
  }
}
