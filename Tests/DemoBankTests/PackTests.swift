import Banking
import DemoBank
import FoundationEssentials
import Testing

@Suite struct PackTests {
  let pack = Fixture.bank.pack

  @Test("the same seed gives the same bytes, another seed gives others")
  func seedDecidesBytes() throws {
    let first = try Fixture.files(of: .simulate(seed: 1, clients: 300, asOf: Fixture.asOf))
    let again = try Fixture.files(of: .simulate(seed: 1, clients: 300, asOf: Fixture.asOf))
    let other = try Fixture.files(of: .simulate(seed: 2, clients: 300, asOf: Fixture.asOf))
    #expect(first == again)
    for relation in ["manager", "client", "account", "product_month"] {
      #expect(first[relation] != other[relation], "\(relation)")
    }
  }

  @Test("every key joins except the counted dirty rows")
  func keysJoin() {
    let managers = Set(pack.managers.map(\.managerID))
    let products = Set(pack.products.map(\.code))
    #expect(pack.clients.allSatisfy { $0.managerID.map(managers.contains) ?? true })
    #expect(
      pack.accounts.count { Fixture.clients[$0.clientID] == nil } == DirtyRows.accountsOfUnknownClient)
    #expect(pack.accounts.allSatisfy { products.contains($0.product) })
    #expect(pack.productMonths.allSatisfy { Fixture.clients[$0.clientID] != nil })
    #expect(pack.productMonths.count { !products.contains($0.product) } == DirtyRows.monthsOfUnknownProduct)
  }

  @Test("every key is unique")
  func keysAreUnique() {
    let months = Set(pack.productMonths.map { "\($0.clientID) \($0.product) \($0.month)" })
    #expect(pack.productMonths.count == months.count)
    #expect(Set(pack.clients.map(\.clientID)).count == pack.clients.count)
    #expect(Set(pack.clients.map(\.clientNumber)).count == pack.clients.count)
    #expect(Set(pack.accounts.map(\.accountID)).count == pack.accounts.count)
    #expect(Set(pack.managers.map(\.managerID)).count == pack.managers.count)
  }

  @Test("rows that break the contract are as many as said")
  func dirtIsCounted() {
    let early = pack.accounts.count { account in
      guard let opened = account.openedOn, let client = Fixture.clients[account.clientID] else { return false }
      return opened < client.openedOn
    }
    #expect(early == DirtyRows.accountsBeforeClient)
    let reversed = pack.accounts.count { ($0.closedOn ?? Fixture.asOf) < ($0.openedOn ?? $0.closedOn ?? Fixture.asOf) }
    #expect(reversed == DirtyRows.accountsClosedBeforeOpened)
    #expect(pack.clients.count { $0.region == nil } == DirtyRows.clientsWithoutRegion)
    #expect(pack.managers.count { !$0.active } == DirtyRows.closedManagers)
  }

  @Test("what may be unknown is unknown for part of the bank")
  func unknowns() {
    func share(_ isUnknown: (ClientRow) -> Bool) -> Double {
      Double(pack.clients.count(where: isUnknown)) / Double(pack.clients.count)
    }
    #expect((0.003...0.02).contains(share { $0.managerID == nil }))
    #expect((0.08...0.16).contains(share { $0.annualTurnover == nil }))
    #expect((0.03...0.09).contains(share { !$0.contactAllowed }))
    let undated = Double(pack.accounts.count { $0.openedOn == nil }) / Double(pack.accounts.count)
    #expect((0.005...0.015).contains(undated))
  }

  @Test(
    "nothing but maturities is dated after the as-of date, and months fill the window",
    arguments: [
      ("2026-06-30", "2026-06", 24, "2024-07"), ("2025-03-17", "2025-02", 12, "2024-03"),
    ])
  func window(asOf: String, lastMonth: String, months: Int, firstMonth: String) throws {
    let asOf = try #require(BusinessDate(iso: asOf))
    let pack = DemoBank.simulate(seed: 3, clients: 400, months: months, asOf: asOf).pack
    #expect(pack.productMonths.map(\.month).max()?.description == lastMonth)
    #expect(pack.productMonths.map(\.month).min()?.description == firstMonth)
    let dates =
      pack.clients.flatMap { [$0.openedOn, $0.closedOn] } + pack.accounts.flatMap { [$0.openedOn, $0.closedOn] }
    #expect(dates.allSatisfy { ($0 ?? asOf) <= asOf })
  }

  @Test("the load notes count the rows of every relation")
  func loads() throws {
    let files = try Fixture.files(of: Fixture.bank)
    #expect(pack.loads.map(\.relation).sorted() == Fixture.relations.filter { $0 != "load" }.sorted())
    for load in pack.loads {
      #expect(load.businessDate == Fixture.asOf)
      // No field holds a line break, so that lines are the header and the rows.
      let lines = try #require(files[load.relation]).count { $0 == 0x0A }
      #expect(lines == load.rowCount + 1, "\(load.relation)")
    }
  }

  @Test("a folder that is not there is an error that names the file")
  func missingFolder() {
    let bank = DemoBank.simulate(seed: 1, clients: 20, asOf: Fixture.asOf)
    #expect(throws: DemoBankError.cannotWrite(path: "/nowhere/at/all/bank.csv", code: 2)) {
      try bank.writePack(to: "/nowhere/at/all")
    }
  }
}
