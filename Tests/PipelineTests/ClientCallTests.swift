import Banking
import LifeCycle
import Policy
import TestBank
import Testing
import Triggers

@testable import Nightly

@Suite("Calls about a client's life, in the planted world")
struct ClientCallTests {
  private static let newcomer: Int64 = 121

  /// The planted world with a shop that opened its accounts in May.
  private func withNewcomer(turnover: Int64 = 500_000) -> TestBank {
    var bank = PlantedWorld.bank()
    bank.add(
      Self.newcomer, region: 0, industry: 0, openedOn: "2026-05-10", turnover: turnover, manager: 2,
      uses: [
        .init("ACCOUNT", since: "2026-05-10", income: 20, operations: 40),
        .init("CASH", since: "2026-05-10", income: 30, operations: 8),
        .init("CARD", since: "2026-05-10", income: 10, operations: 20),
      ])
    return bank
  }

  /// The call of the kind that the night raises for the client.
  private func call(_ kind: TriggerKind, _ client: Int64, in night: Night) -> ClientCall? {
    night.decisions.raise.lazy
      .filter { $0.kind == kind && night.snapshot.clients[$0.clientIndex].id.rawValue == client }
      .compactMap { if case .call(let call) = night.round.ground(of: $0) { call } else { nil } }
      .first
  }

  private func welcomed(_ night: Night) -> [ProductCode]? {
    call(.welcome, Self.newcomer, in: night)?.products.map { night.snapshot.catalogue[$0.product].code }
  }

  @Test("A new shop is welcomed with acquiring, which shops like it mostly have")
  func welcome() async throws {
    let welcomed = welcomed(try await PlantedWorld.night(withNewcomer()))
    #expect(welcomed == [ProductCode("ACQUIRING")])
  }

  /// The planted world with a client that has one account of cash collection, which matures, and where that stands.
  private func withMaturity() throws -> (bank: TestBank, client: Int, holding: Int) {
    var bank = PlantedWorld.bank()
    let client = PlantedWorld.withoutAcquiring[0]
    let cash = try #require(bank.clients[client - 1].holdings.firstIndex { $0.product == 3 })
    bank.clients[client - 1].holdings[cash].maturesOn = date("2026-07-20")
    bank.clients[client - 1].holdings[cash].maturingAccounts = 1
    return (bank, client, cash)
  }

  @Test("What is to be renewed is worth what it brought in the months in which it was held")
  func renewal() async throws {
    let (planted, client, cash) = try withMaturity()
    var bank = planted
    for (spells, worth) in [
      ([Spell(start: date("2023-02-10"), end: nil)], 30),
      ([Spell(start: date("2026-05-10"), end: nil)], 180),
      ([Spell(start: date("2023-02-10"), end: date("2026-05-29")), Spell(start: date("2026-06-01"), end: nil)], 30),
    ] {
      bank.clients[client - 1].spells[cash] = spells
      let renew = call(.renew, Int64(client), in: try await PlantedWorld.night(bank))
      #expect(renew?.candidate.typicalIncome == Money(minorUnits: Int64(worth) * 100))
    }
  }

  @Test("Of three accounts of a product that are renewed each is worth its share")
  func share() async throws {
    let (planted, client, cash) = try withMaturity()
    var bank = planted
    bank.clients[client - 1].spells[cash] = [Spell(start: date("2023-02-10"), end: nil)]
    for (maturing, open, worth) in [(1, 3, 10), (2, 3, 20), (3, 3, 30)] as [(UInt16, UInt16, Int64)] {
      bank.clients[client - 1].holdings[cash].openAccounts = open
      bank.clients[client - 1].holdings[cash].maturingAccounts = maturing
      let renew = call(.renew, Int64(client), in: try await PlantedWorld.night(bank))
      #expect(renew?.candidate.typicalIncome == Money(minorUnits: worth * 100))
    }
  }

  @Test("A welcome speaks of nothing that the policy would not offer")
  func neverOffered() async throws {
    let never = try await PlantedWorld.night(withNewcomer()) {
      $0.triggers.products[ProductCode("ACQUIRING")] = ProductRule(neverOffer: true)
    }
    #expect(welcomed(never) == nil)
    let small = try await PlantedWorld.night(withNewcomer()) {
      $0.triggers.products[ProductCode("ACQUIRING")] = ProductRule(minimumTurnover: Money(minorUnits: 60_000_000))
    }
    #expect(welcomed(small) == nil)
  }

  @Test("Of two products that exclude each other a welcome names the better one")
  func exclusive() async throws {
    var bank = withNewcomer()
    let newcomer = try #require(bank.clients.indices.last)
    let cash = bank.clients[newcomer].holdings.firstIndex { bank.products[Int($0.product)].code == ProductCode("CASH") }
    let place = try #require(cash)
    bank.clients[newcomer].holdings.remove(at: place)
    bank.clients[newcomer].spells.remove(at: place)
    let both = try #require(welcomed(try await PlantedWorld.night(bank)))
    #expect(both.count == 2)
    let acquiring = try #require(bank.products.firstIndex { $0.code == ProductCode("ACQUIRING") })
    let facts = bank.products[acquiring]
    bank.products[acquiring] = Product(
      code: facts.code, name: facts.name, family: facts.family, incomeKind: facts.incomeKind, sellable: facts.sellable,
      requires: facts.requires, excludes: [ProductCode("CASH")])
    #expect(welcomed(try await PlantedWorld.night(bank)) == [both[0]])
  }

  @Test("A client that is back is worth what it brings since, not a year's average of silence")
  func returned() async throws {
    var bank = PlantedWorld.bank()
    // Silent from September to May, back with 90 in June.
    bank.clients[59].income = [6000, 6000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9000]
    bank.clients[59].operations = [68, 68, 0, 0, 0, 0, 0, 0, 0, 0, 0, 68]
    let night = try await PlantedWorld.night(bank)
    #expect(night.stages[59]?.stage == .returned)
    let back = try #require(call(.returned, 60, in: night))
    #expect(back.candidate.typicalIncome == Money(minorUnits: 9000))
  }

  @Test(
    "A client that fell silent long before it closed is won back from the silence on, for what it brought until then")
  func silentBeforeClosing() async throws {
    var bank = PlantedWorld.bank()
    bank.add(
      121, region: 0, industry: 0, openedOn: "2023-01-10", closedOn: "2026-05-15", manager: 2,
      uses: [.init("ACCOUNT", until: "2026-05-15")])
    bank.clients[120].income = [Int64](repeating: 40000, count: 7) + [0, 0, 0, 0, 0]
    let call = try #require(call(.winBack, 121, in: try await PlantedWorld.night(bank)))
    #expect(call.candidate.since == date("2026-02-01"))
    #expect(call.candidate.typicalIncome == Money(minorUnits: 40000))
  }
}
