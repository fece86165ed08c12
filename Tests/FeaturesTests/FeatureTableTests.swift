import Banking
import Features
import Glibc
import TestBank
import Testing

@Suite("Features")
struct FeatureTableTests {
  @Test("Leaving a product out gives the features of the same client without it")
  func leavingOut() throws {
    var with = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    with.add(
      1, openedOn: "2020-01-01", uses: [.init("A", income: 10, operations: 4), .init("B", income: 7, operations: 2)])
    with.add(2, openedOn: "2020-01-01", uses: [.init("A", income: 10, operations: 4)])
    let table = FeatureTable(with.snapshot())
    let b = try #require(table.snapshot.holdings(of: 0).last)
    let without = table.features(of: 0, without: b)
    #expect(without.map(\.description) == table.features(of: 1).map(\.description))
    #expect(without[ContinuousFeature.size.rawValue].isNaN)
  }

  @Test("A client of two months is judged by its two months")
  func shortTenure() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.add(1, openedOn: "2026-05-10", uses: [.init("A", since: "2026-05-10", income: 10)])
    let figures = bank.snapshot().figures(of: 0)
    #expect(figures.observed12 == 2)
    #expect(figures.tenureMonths == 1)
  }

  @Test("A client that did business before it is said to have come is judged by the months since then")
  func earlierBusiness() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.add(1, openedOn: "2026-05-10", uses: [.init("A", income: 10)])
    bank.clients[0].income[3] = 1_000
    #expect(bank.snapshot().figures(of: 0).observed12 == 9)
  }

  @Test("Since when a client is with the bank is unknown where it holds something of which that is unknown")
  func undatedBesideDated() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, uses: [.init("A", income: 100), .init("B", since: "2026-06-05")])
    bank.add(2, uses: [.init("A", since: "2026-05-13", income: 100)])
    bank.clients[1].spells[0][0].isChosen = false
    for client in 0..<2 {
      let figures = bank.snapshot().figures(of: client)
      #expect(figures.tenureMonths == nil)
      #expect(figures.monthlyIncome == Money(minorUnits: 100_00))
    }
  }

  @Test("What was given to a client later takes nothing from since when it is known to be there")
  func gift() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, uses: [.init("A", since: "2015-03-01"), .init("B", since: "2026-05-13")])
    bank.clients[0].spells[1][0].isChosen = false
    #expect(bank.snapshot().firstDay(of: 0) == date("2015-03-01"))
  }

  @Test("A client was there from its first account or business on, and one of which nothing is known never")
  func seenSince() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, openedOn: "2026-02-10", uses: [.init("A", since: "2020-01-01", income: 1)])
    bank.add(2, uses: [.init("A", since: "2026-04-20")])
    bank.add(3, uses: [.init("A", since: "2026-04-20")])
    bank.clients[2].income[8] = 5
    bank.add(4, uses: [.init("A", since: "2026-04-20")])
    bank.clients[3].income[0] = 5
    bank.add(5, uses: [.init("A"), .init("B", since: "2026-04-20")])
    bank.add(6, uses: [])
    let snapshot = bank.snapshot()
    let always = BusinessDate(dayNumber: .min)
    #expect(
      (0..<6).map { snapshot.seenSince($0) } == [
        date("2026-02-10"), date("2026-04-20"), date("2026-03-01"), always, always, nil,
      ])
  }

  @Test("A bank knows its income where a client that is there brought something within the year")
  func hasIncome() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.monthsOfHistory = 24
    bank.add(1, closedOn: "2026-05-01", uses: [.init("A", income: 10)])
    bank.add(2, uses: [.init("A")])
    bank.clients[1].income[11] = 7
    #expect(!bank.snapshot().hasIncome)
    bank.clients[1].income[12] = 7
    #expect(bank.snapshot().hasIncome)
  }

  @Test("Without product months income and activity are unknown, not zero")
  func noActivity() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A"])
    bank.monthsOfHistory = 0
    bank.add(1, openedOn: "2020-06-30", uses: [.init("A")])
    let table = FeatureTable(bank.snapshot())
    #expect(table.figures[0].monthlyIncome == nil)
    #expect(table.features(of: 0).map(\.isNaN) == [false, true, true, true, true])
    #expect(table.features(of: 0)[0] == log(73))
  }

  @Test("A client without an opening date is as old as its oldest account")
  func undatedClient() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, uses: [.init("A", since: "2026-01-01"), .init("B", since: "2025-12-30")])
    bank.add(2, uses: [.init("A")])
    #expect(bank.snapshot().firstDay(of: 0) == date("2025-12-30"))
    #expect(bank.snapshot().firstDay(of: 1) == nil)
  }

  @Test("Seventy products fit: ownership runs over word borders")
  func manyProducts() {
    let codes = (10..<80).map { "P\($0)" }
    var bank = TestBank(asOf: "2026-06-30", products: codes)
    bank.add(1, uses: [.init("P10"), .init("P73"), .init("P74"), .init("P79")])
    let table = FeatureTable(bank.snapshot())
    #expect((0..<70).filter { table.holds(0, $0) } == [0, 63, 64, 69])
  }

  @Test("Figures too large to be packed are those of the client all the same")
  func largeFigures() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    bank.add(1, openedOn: "2020-01-01", uses: [.init("A", income: 90_000_000, operations: 4)])
    bank.add(
      2, openedOn: "2020-01-01",
      uses: [
        .init("A", income: 10, operations: 150_000_000), .init("B", operations: 150_000_000),
      ])
    bank.add(3, uses: [.init("A", income: -10, operations: 1)])
    bank.add(4, openedOn: "0001-01-01", uses: [.init("A", income: -90_000_000, operations: 1)])
    let snapshot = bank.snapshot()
    let table = FeatureTable(snapshot)
    for client in snapshot.clients.indices {
      #expect("\(table.figures[client])" == "\(snapshot.figures(of: client))")
    }
  }
}
