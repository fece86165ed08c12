import Banking
import Gaps
import Nightly
import TestBank
import Testing
import Triggers

@Suite("A product that is barely used")
struct UnderUsedTests {
  private static let shop = 40

  /// The typical shop has 30 operations on acquiring and earns the bank 100 with it.
  /// - Parameters:
  ///   - percent: of that, what one shop has of late.
  ///   - year: what it has over the year; nil = the same.
  /// - Returns: what is said of its acquiring, and whether the call about it stays.
  private func acquiring(
    percent: Int, year: Int? = nil, calledAbout state: TriggerState?
  ) async throws -> (gap: GapKind?, stays: Bool) {
    var bank = PlantedWorld.bank()
    let place = try #require(bank.clients[Self.shop - 1].holdings.firstIndex { $0.product == 1 })
    bank.clients[Self.shop - 1].holdings[place].operations3 = Int32(percent * 90 / 100)
    bank.clients[Self.shop - 1].holdings[place].income3 = Int64(percent * 300)
    bank.clients[Self.shop - 1].holdings[place].operations12 = Int32((year ?? percent) * 360 / 100)
    bank.clients[Self.shop - 1].holdings[place].income12 = Int64((year ?? percent) * 1200)
    let night = try await PlantedWorld.night(bank, triggers: state.map { [Self.call($0)] } ?? [])
    let found = night.recommender.recommendations(of: Self.shop - 1).first { $0.product == 1 }
    return (found?.kind, night.decisions.withdraw.isEmpty)
  }

  private static func call(_ state: TriggerState) -> ExistingTrigger {
    let (bank, client, product) = (BankID("T"), ClientID(Int64(shop)), ProductCode("ACQUIRING"))
    let raisedOn = date("2026-06-20")
    return ExistingTrigger(
      id: TriggerID(bank: bank, client: client, kind: .deepen, product: product, cycle: 1),
      conversation: ConversationID(bank: bank, client: client, raisedOn: raisedOn), client: client,
      desk: .manager(ManagerID(1)), kind: .deepen, product: product, state: state, cycle: 1, raisedOn: raisedOn,
      validUntil: date("2026-07-20"))
  }

  @Test("is one below a quarter of what is typical, and a call about it stays")
  func below() async throws {
    let called = try await acquiring(percent: 24, calledAbout: .open)
    #expect(called.gap == .underUsed && called.stays)
  }

  @Test(
    "is none in a low season: what is typical is so over the year",
    arguments: [(49, GapKind?.some(.underUsed)), (51, nil)])
  func season(year: Int, gap: GapKind?) async throws {
    #expect(try await acquiring(percent: 10, year: year, calledAbout: nil).gap == gap)
  }

  @Test("is none from a quarter, called about or not; the call waits on up to a half", arguments: [26, 49])
  func between(percent: Int) async throws {
    let called = try await acquiring(percent: percent, calledAbout: .open)
    #expect(called.gap == nil && called.stays)
    #expect(try await acquiring(percent: percent, calledAbout: nil).gap == nil)
  }

  @Test("loses a call that waits, from a half; what is accepted stays until its window is over")
  func above() async throws {
    #expect(try await !acquiring(percent: 51, calledAbout: .open).stays)
    #expect(try await acquiring(percent: 51, calledAbout: .accepted).stays)
  }

  @Test("is not dormant between its charges", arguments: [(UInt8(1), GapKind?.some(.dormant)), (6, nil), (12, nil)])
  func charged(cycle: UInt8, gap: GapKind?) async throws {
    var bank = PlantedWorld.bank()
    let place = try #require(bank.clients[Self.shop - 1].holdings.firstIndex { $0.product == 1 })
    bank.clients[Self.shop - 1].holdings[place].lastActive = Month(year: 2026, month: 2)
    bank.clients[Self.shop - 1].holdings[place].operations3 = 0
    bank.clients[Self.shop - 1].holdings[place].income3 = 0
    let night = try await PlantedWorld.night(bank, billing: BillingCycles([1, cycle]))
    #expect(night.recommender.recommendations(of: Self.shop - 1).first { $0.product == 1 }?.kind == gap)
  }
}
