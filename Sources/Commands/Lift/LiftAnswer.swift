import Banking
import Lift
import Store
import Wording

/// What `xsell lift` says, before it is a table or JSON.
struct LiftAnswer {
  let bank: BankRow
  let period: LiftPeriod
  let report: LiftReport
  /// Share of the control group's takings whose wait is told.
  let visible: Double

  /// Of the resamples: fixed, so that the same data give the same answer.
  private static let random = SeededRandom(seed: 20_260_701)
  /// A fifth more than without calls: what a bank would notice.
  static let usualVisibleLift = 0.2

  /// nil where the bank keeps no control group.
  init?(_ bank: BankRow, _ period: LiftPeriod, visible: Double, _ reader: ViewReader) async throws {
    let clients = try await reader.lift(bank.id, period)
    guard clients.contains(where: \.isControl) else { return nil }
    self.bank = bank
    self.period = period
    self.visible = visible
    report = LiftReport(clients, random: Self.random)
  }

  func figure(_ measure: LiftMeasure) -> LiftFigure? { report.figures.first { $0.measure == measure } }

  /// Weeks until a lift of the size asked for would be visible in what clients take; nil = it cannot be said.
  var weeksMore: Int? {
    figure(.taken).flatMap { $0.weeksMore(toSee: visible * $0.control, after: period.weeks) }
  }

  var json: JSONValue {
    .object([
      ("bank_id", .string(bank.id.rawValue)), ("began", .string(period.began.description)),
      ("until", .string(period.until.description)), ("months_of_income", .integer(Int64(period.months))),
      ("drawn", .string(report.isByManager ? "managers" : "clients")),
      ("treated", Self.json(report.treated)), ("control", Self.json(report.control)),
      ("figures", .array(report.figures.map(Self.json))),
      ("visible_lift", .number(visible)), ("weeks_until_visible", weeksMore.map { .integer(Int64($0)) } ?? .null),
    ])
  }

  private static func json(_ arm: LiftArm) -> JSONValue {
    let share = arm.takerShare
    return .object([
      ("clients", .integer(Int64(arm.clients))), ("called", .integer(Int64(arm.called))),
      ("takers", .integer(Int64(arm.takers))), ("taker_share", number(share?.value)),
      ("taker_share_low", number(share?.low)), ("taker_share_high", number(share?.high)),
    ])
  }

  private static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  private static func json(_ figure: LiftFigure) -> JSONValue {
    .object([
      ("measure", .string(figure.measure.rawValue)), ("treated", .number(figure.treated)),
      ("control", .number(figure.control)), ("difference", .number(figure.difference)),
      ("low", .number(figure.low)), ("high", .number(figure.high)), ("verdict", .string(figure.verdict.rawValue)),
    ])
  }
}
