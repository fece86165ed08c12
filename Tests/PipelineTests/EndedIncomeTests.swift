import Banking
import Features
import LifeCycle
import TestBank
import Testing

@Suite("A fall of income that says nothing of leaving")
struct EndedIncomeTests {
  /// A client that brought 100 on its account and something on another product, which is no more.
  /// - Parameters:
  ///   - now: of the last nine months, what the account brings a month.
  ///   - history: months that are known.
  ///   - before: a time of holding the other product before, of which no month is known.
  ///   - other: the product, its first and its last day, what it brought a month while it was held.
  ///   - loanMatures: of the other clients' loans.
  ///   - byDay: whether it brings of its last month only what had passed.
  ///   - runsDown: whether the other product brings less each month, down from that 24 months ago.
  private func stage(
    now: Int64 = 100, history: Int = 24, before: Spell? = nil, previous: Stage? = nil,
    other: (code: String, since: String, until: String?, income: Int64), loanMatures: Bool = true,
    opened: String = "2021-01-10", runsDown: Bool = false, byDay: Bool = false
  ) async -> Stage? {
    var bank = TestBank(asOf: "2026-06-30", products: ["ACCOUNT", "CASH", "LOAN"])
    bank.monthsOfHistory = history
    for id in 1...20 {
      bank.add(
        Int64(id), openedOn: "2021-01-10", uses: [.init("LOAN", since: "2022-01-10", income: 50, operations: 20)])
      if loanMatures { bank.clients[id - 1].holdings[0].maturesOn = date("2028-01-10") }
    }
    bank.add(
      21, openedOn: opened,
      uses: [
        .init("ACCOUNT", since: opened, income: now, operations: 20),
        .init(other.code, since: other.since, until: other.until, income: 0),
      ])
    let last = date("2026-06-30").lastCompleteMonth
    // It brings its income in the month of its last day too.
    let held = (0..<history).map { back in
      let month = last.advanced(by: -back)
      return date(other.since) <= month.firstDay && other.until.map { month.firstDay < date($0) } ?? true
    }
    var brings = held.indices.map { back in
      held[back] ? other.income * 100 * (runsDown ? Int64(back + 1) : 24) / 24 : 0
    }
    if byDay, let until = other.until, let end = held.firstIndex(of: true) {
      brings[end] = brings[end] * Int64(date(until).dayNumber - last.advanced(by: -end).firstDay.dayNumber) / 30
    }
    if let before { bank.clients[20].spells[1].insert(before, at: 0) }
    bank.clients[20].income = (0..<history).reversed().map { back in
      let isThere = last.advanced(by: -back) >= date(opened).calendarMonth
      return isThere ? (back < 9 ? now : 100) * 100 + brings[back] : 0
    }
    bank.clients[20].holdings[1].income12 = brings.prefix(12).reduce(0, +)
    bank.clients[20].holdings[1].income3 = brings.prefix(3).reduce(0, +)
    bank.clients[20].holdings[1].incomeYearAgo = brings.count > 13 ? brings[13] : 0
    let table = FeatureTable(bank.snapshot())
    let staged = await StagedClients(Vantage(table), settings: StageSettings(), threads: 1) { _ in previous }
    return staged.stages[20]?.stage
  }

  @Test(
    "is that of a loan that was repaid, lately or months ago",
    arguments: ["2026-05-01", "2026-04-28", "2026-04-05", "2025-11-20", "2025-06-10"])
  func repaid(until: String) async {
    #expect(await stage(other: ("LOAN", "2024-02-01", until, 800)) == .plateau)
    #expect(await stage(other: ("LOAN", "2024-02-01", until, 800), loanMatures: false) == .leaving)
  }

  @Test("is that of a loan that was repaid early in a month, and not what else fell while it ended")
  func byDay() async {
    #expect(await stage(other: ("LOAN", "2024-02-01", "2026-05-03", 800), byDay: true) == .plateau)
    #expect(await stage(other: ("LOAN", "2024-02-01", "2025-06-10", 800), byDay: true) == .plateau)
    #expect(await stage(now: 40, other: ("LOAN", "2024-02-01", "2026-06-03", 80), byDay: true) == .decline)
  }

  @Test("is that of a loan that is being repaid")
  func runsDown() async {
    let loan = ("LOAN", "2024-01-10", String?.none, Int64(2400))
    #expect(await stage(other: loan, runsDown: true) == .plateau)
    #expect(await stage(other: loan, loanMatures: false, runsDown: true) == .leaving)
    #expect(await stage(now: 30, other: ("LOAN", "2024-01-10", nil, 240), runsDown: true) == .decline)
    #expect(await stage(history: 12, other: loan, runsDown: true) == .plateau)
  }

  @Test("is that of a loan where only the client's own months are known")
  func ownMonths() async {
    #expect(await stage(history: 12, other: ("LOAN", "2024-02-01", "2026-04-05", 800)) == .plateau)
    #expect(await stage(history: 12, other: ("CASH", "2024-02-01", "2026-04-05", 800)) == .leaving)
  }

  @Test("is that of a loan that a new client's months knew, and of none that they did not")
  func newcomer() async {
    let repaid = ("LOAN", "2025-12-01", "2026-04-05", Int64(800))
    #expect(await stage(other: repaid, opened: "2025-09-20") == .plateau)
    #expect(await stage(now: 30, other: repaid, opened: "2021-01-10") == .leaving)
  }

  @Test("is not that of a product whose accounts have no end")
  func givenUp() async {
    #expect(await stage(other: ("CASH", "2024-02-01", "2026-04-05", 800)) == .leaving)
  }

  @Test("leaves a fall of the rest what it is")
  func rest() async {
    #expect(await stage(now: 30, other: ("LOAN", "2024-02-01", "2026-04-05", 100)) == .leaving)
    #expect(await stage(now: 60, other: ("LOAN", "2024-02-01", "2026-04-05", 20)) == .decline)
    // Who is in decline stays so by less than what brings one there.
    for (previous, stage) in [(Stage.decline, Stage.decline), (.plateau, .plateau)] {
      #expect(await self.stage(now: 75, previous: previous, other: ("LOAN", "2024-02-01", "2026-04-05", 800)) == stage)
    }
  }

  @Test("is no loan of which the usual months knew nothing")
  func short() async {
    #expect(await stage(now: 30, other: ("LOAN", "2025-08-01", "2026-01-05", 800)) == .leaving)
    let before = Spell(start: date("2020-01-10"), end: date("2021-01-10"))
    #expect(await stage(now: 30, before: before, other: ("LOAN", "2025-08-01", "2026-01-05", 800)) == .leaving)
  }

  @Test("is that of a product that costs more than it brings, taken since")
  func costs() async {
    #expect(await stage(other: ("CASH", "2026-01-01", nil, -90)) == .plateau)
    #expect(await stage(now: 60, other: ("CASH", "2026-01-01", nil, -50)) == .decline)
    #expect(await stage(now: 10, other: ("CASH", "2022-01-01", nil, -5)) == .leaving)
  }
}
