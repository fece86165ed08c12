import Banking
import IdealProfiles
import Nightly
import Policy
import TestBank
import Testing
import Triggers

@Suite("Missing history is normal")
struct PoorBankTests {
  private func night(_ bank: TestBank) async throws -> Night { try await PlantedWorld.night(bank) }

  @Test("Three clients give a night")
  func threeClients() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, openedOn: "2020-01-01", uses: [.init("A", income: 5)])
    bank.add(2, openedOn: "2021-01-01", uses: [.init("A", income: 5), .init("B", income: 1)])
    bank.add(3, uses: [])
    let night = try await night(bank)
    #expect(night.recommender.recommendations(of: 2).map(\.product).sorted() == [0, 1])
  }

  @Test("One client, no product at all")
  func emptyCatalogue() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: [])
    bank.add(1, uses: [])
    #expect(try await night(bank).recommender.recommendations(of: 0).isEmpty)
  }

  @Test("Where everyone holds everything there is nothing to recommend")
  func saturated() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for id in 1...80 {
      bank.add(Int64(id), openedOn: "2020-01-01", uses: [.init("A", income: 5), .init("B", income: 5)])
    }
    let night = try await night(bank)
    #expect((0..<80).allSatisfy { night.recommender.recommendations(of: $0).isEmpty })
    #expect(night.decisions.raise.isEmpty)
  }

  @Test("Without product months income is unknown: ranks and triggers by probability, no amount anywhere")
  func noActivity() async throws {
    var bank = PlantedWorld.bank()
    bank.monthsOfHistory = 0
    for client in bank.clients.indices {
      bank.clients[client].income = []
      bank.clients[client].operations = []
      for place in bank.clients[client].holdings.indices {
        let old = bank.clients[client].holdings[place]
        bank.clients[client].holdings[place] = Holding(product: old.product, openAccounts: old.openAccounts)
      }
    }
    let night = try await night(bank)
    let first = try #require(night.recommender.recommendations(of: 59).first)
    #expect(first.estimate == nil)
    #expect(first.expected == nil)
    #expect(night.snapshot.catalogue[first.product].code == ProductCode("ACQUIRING"))
    #expect(night.decisions.raise.allSatisfy { $0.expectedIncome == nil })
    #expect(!night.decisions.raise.isEmpty)
  }

  @Test("Constant columns and unknown regions, industries and dates change nothing of that")
  func constant() async throws {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B", "C"])
    for id in 1...90 {
      bank.add(Int64(id), uses: id % 3 == 0 ? [.init("A")] : [.init("A"), .init("B")])
    }
    let night = try await night(bank)
    let first = try #require(night.recommender.recommendations(of: 2).first)
    #expect(first.product == 1)
    #expect(first.penetration.holders == 60)
    #expect(first.penetration.referenceMembers == 89)
  }
}
