import Banking
import Testing

@testable import Lift

@Suite("Lift")
struct LiftReportTests {
  @Test("The difference is that of the arms' means, and clients nobody called count like the others")
  func meansByIntentionToTreat() throws {
    let clients = [
      client(1, taken: 2, called: true, before: 100, after: 150), client(2, taken: 0, before: 100, after: 90),
      client(3, control: true, taken: 1, before: 200, after: 210),
      client(4, control: true, taken: 0, before: 50, after: 50),
    ]
    let report = LiftReport(clients, random: SeededRandom(seed: 1))
    let takers = try #require(report.figures.first { $0.measure == .takers })
    let taken = try #require(report.figures.first { $0.measure == .taken })
    let income = try #require(report.figures.first { $0.measure == .income })
    #expect((takers.treated, takers.control, takers.difference) == (0.5, 0.5, 0))
    #expect((taken.treated, taken.control, taken.difference) == (1, 0.5, 0.5))
    #expect((income.treated, income.control, income.difference) == (20, 5, 15))
    #expect(report.treated.called == 1)
    #expect(report.control.called == 0)
    #expect(takers.verdict == .notYetKnown)
  }

  @Test("The order of clients changes nothing")
  func order() {
    let clients = world(seed: 3, lift: 0.2)
    let report = LiftReport(clients, random: SeededRandom(seed: 1))
    #expect(LiftReport(clients.reversed(), random: SeededRandom(seed: 1)).figures == report.figures)
  }

  @Test("A lift that is there is seen, and one that is not is not", arguments: [0.0, 0.3])
  func verdict(lift: Double) throws {
    let report = LiftReport(world(seed: 7, lift: lift), random: SeededRandom(seed: 1))
    let takers = try #require(report.figures.first)
    #expect(takers.verdict == (lift > 0 ? .higher : .notYetKnown))
    #expect(takers.low < lift && lift < takers.high)
    #expect(report.isByManager)
  }

  @Test("Clients of a manager that are all alike widen the interval")
  func clusters() throws {
    func width(sharesLuck: Bool) throws -> Double {
      let clients = (0..<2000).map { number in
        let luck = sharesLuck ? number % 20 : number / 20
        return client(
          number, manager: number % 20, control: (number / 20) % 2 == 0 && number % 20 < 10, taken: luck % 2)
      }
      let figure = try #require(LiftReport(clients, random: SeededRandom(seed: 1)).figures.first)
      return figure.high - figure.low
    }
    #expect(try width(sharesLuck: true) > 2 * width(sharesLuck: false))
  }

  @Test("The share of takers has Wilson's interval")
  func wilson() throws {
    let clients = (0..<100).map { client($0, taken: $0 < 10 ? 1 : 0) }
    let share = try #require(LiftReport(clients, random: SeededRandom(seed: 1)).treated.takerShare)
    // statsmodels 0.14: proportion_confint(10, 100, method="wilson").
    #expect(abs(share.low - 0.055_229_14) < 1e-6)
    #expect(abs(share.high - 0.174_365_66) < 1e-6)
  }

  @Test("Without a control group nothing is compared")
  func noControl() {
    #expect(LiftReport([client(1, taken: 1)], random: SeededRandom(seed: 1)).figures.isEmpty)
  }

  @Test("Half the error wanted takes four times the weeks")
  func weeks() {
    let figure = LiftFigure(
      measure: .taken, treated: 0.12, control: 0.1, difference: 0.02, low: -0.02, high: 0.06, standardError: 0.02)
    let visibleNow = 2.801_585_2 * 0.02
    #expect(figure.weeksMore(toSee: visibleNow, after: 10) == 0)
    #expect(figure.weeksMore(toSee: visibleNow / 2, after: 10) == 30)
    #expect(figure.weeksMore(toSee: 0, after: 10) == nil)
  }

  /// 40 managers with 50 clients each, a tenth in the control group, of whom 0.2 take something anyway.
  private func world(seed: UInt64, lift: Double) -> [LiftClient] {
    var random = SeededRandom(seed: seed)
    return (0..<2000).map { number in
      let isControl = random.uniform() < 0.1
      let chance = 0.2 + (isControl ? 0 : lift)
      return client(number, manager: number % 40, control: isControl, taken: random.uniform() < chance ? 1 : 0)
    }
  }

  private func client(
    _ number: Int, manager: Int? = nil, control: Bool = false, taken: Int, called: Bool = false, before: Int64? = nil,
    after: Int64? = nil
  ) -> LiftClient {
    LiftClient(
      id: ClientID(Int64(number)), manager: manager.map { ManagerID(Int64($0)) }, isControl: control, wasCalled: called,
      taken: taken, incomeBefore: before.map { Money(minorUnits: $0 * 100) },
      incomeAfter: after.map { Money(minorUnits: $0 * 100) })
  }
}
