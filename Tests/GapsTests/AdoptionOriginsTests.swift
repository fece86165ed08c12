import Banking
import TestBank
import Testing

@testable import Gaps

@Suite struct AdoptionOriginsTests {
  private func dates(_ history: String?, _ asOf: String, _ horizon: Int, _ count: Int) -> [String] {
    AdoptionOrigins.choose(
      history: history.map(TinyBank.date), asOf: TinyBank.date(asOf), horizon: horizon, count: count
    ).map(\.description)
  }

  @Test("The latest full origin is as-of less the horizon, and month's ends stay month's ends")
  func monthEnds() {
    #expect(dates("2010-12-01", "2011-09-30", 2, 3) == ["2011-08-31", "2011-07-31", "2011-06-30", "2011-05-31"])
  }

  @Test("A long horizon adds no more than the two latest months")
  func longHorizon() {
    #expect(dates("2010-01-01", "2011-12-15", 6, 1) == ["2011-11-15", "2011-10-15", "2011-06-15"])
  }

  @Test("No origin lies in the first month of history, and none where no opening is dated")
  func shortHistory() {
    #expect(dates("2011-06-10", "2011-09-30", 1, 6) == ["2011-08-31", "2011-07-31"])
    #expect(dates(nil, "2011-09-30", 1, 6).isEmpty)
    #expect(dates("2012-01-01", "2011-09-30", 1, 6).isEmpty)
  }

  @Test("Where most of what is held was moved on a day, the past that can be learned from begins there")
  func moved() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B", "C"])
    bank.add(
      1,
      uses: [.init("A", since: "2026-05-10"), .init("B", since: "2026-05-10"), .init("C", since: "2025-01-10")])
    #expect(AdoptionOrigins.history(of: bank.snapshot()) == date("2025-01-10"))
    bank.clients[0].spells[0][0].isChosen = false
    #expect(AdoptionOrigins.history(of: bank.snapshot()) == date("2025-01-10"))
    bank.clients[0].spells[1][0].isChosen = false
    #expect(AdoptionOrigins.history(of: bank.snapshot()) == date("2026-05-10"))
  }

  @Test("What a few were given on a later day does not take the past from all")
  func movedTwice() {
    var bank = TestBank(asOf: "2026-06-30", products: ["A", "B"])
    for client in 1...4 { bank.add(Int64(client), uses: [.init("A", since: "2025-05-13")]) }
    bank.add(5, uses: [.init("B", since: "2026-06-10")])
    for client in bank.clients.indices { bank.clients[client].spells[0][0].isChosen = false }
    #expect(AdoptionOrigins.history(of: bank.snapshot()) == date("2025-05-13"))
  }
}
