import Banking
import Gaps
import NightFixture
import Nightly
import Policy
import PostgresKit
import Testing

@testable import Backtest

@Suite("A back-test on a bank's own past")
struct BacktestJobTests {
  private static func job(
    _ connection: PostgresConnection, adjust: (inout BacktestJob.Order) -> Void = { _ in }
  ) throws -> BacktestJob {
    var order = BacktestJob.Order(
      bank: SmallNight.bank, asOf: LoadedBank.june, settings: try SmallNight.settings, origins: 2)
    order.resamples = 50
    adjust(&order)
    return BacktestJob(connection, order: order)
  }

  @Test("Origins a month apart, each with its horizon behind it, are scored, and nothing is written")
  func run() async throws {
    let connection = try await LoadedBank.connect()
    let before = try await Checksums.ofStorage(connection)
    let report = try await Self.job(connection).run()
    #expect(try await Checksums.ofStorage(connection) == before)
    #expect(report.origins.map(\.asOf) == [LoadedBank.may, LoadedBank.april])
    #expect(report.origins.map(\.until) == [LoadedBank.june, LoadedBank.may])
    #expect(report.pooled.taken == report.origins.reduce(0) { $0 + $1.evaluation.taken })
    #expect(report.pooled.clients == report.origins.reduce(0) { $0 + $1.evaluation.clients })
    #expect(report.pooled.rankers.map(\.ranker) == Ranker.allCases)
    #expect(report.pooled.income != nil)
    for origin in report.origins { #expect(try await taken(connection, origin) == origin.evaluation.taken) }
  }

  /// The same openings, asked of the source itself; rows that the check sets aside left out.
  private func taken(_ connection: PostgresConnection, _ origin: BacktestReport.Origin) async throws -> Int {
    let count: Int64 = try await connection.value(
      """
      with account as (
        select a.client_id, a.product_code, a.opened_on, a.closed_on
        from source.account a join source.client c using (bank_id, client_id)
        where (c.opened_on is null or c.opened_on <= '\(origin.asOf)')
          and (c.closed_on is null or c.closed_on > '\(origin.asOf)' and c.closed_on >= c.opened_on)
          and (a.closed_on is null or a.closed_on >= a.opened_on)
          and exists (select from source.product p where p.product_code = a.product_code)
          and (select count(*) from source.account d where d.account_id = a.account_id) = 1)
      select count(distinct (client_id, product_code)) from account a
      where opened_on > '\(origin.asOf)' and opened_on <= '\(origin.until)'
        and not exists (
          select from account h where h.client_id = a.client_id and h.product_code = a.product_code
            and (h.opened_on is null or h.opened_on <= '\(origin.asOf)')
            and (h.closed_on is null or h.closed_on > '\(origin.asOf)'))
      """)
    return Int(count)
  }

  @Test("Nothing from after the origin leaks in: it ranks as a plain night does on data cut there")
  func future() async throws {
    let whole = try await LoadedBank.connect()
    let cut = try await LoadedBank.connect()
    try await cut.script(LoadedBank.cut(at: "\(LoadedBank.may)"))
    let plain = try #require(try await LoadedBank.night(cut, LoadedBank.may) { $0.isDryRun = true }.night)
    let origin = try await Self.job(whole).night(on: LoadedBank.may)
    let probabilities = await plain.probabilities(threads: 1)
    #expect(await origin.probabilities(threads: 1).map(\.bitPattern) == probabilities.map(\.bitPattern))
    for client in plain.snapshot.clients.indices {
      let offers = plain.recommender.recommendations(of: client).filter { $0.kind == .missing }
      let taken = [[Int16]?](repeating: [], count: plain.snapshot.clients.count)
      let best = Tally.best(Trial(origin.table, taken: taken), client, probabilities)
      #expect(best.map { Int($0) } == offers.prefix(ListFigures.cut).map(\.product))
    }
  }

  @Test("The number of threads changes no figure")
  func threads() async throws {
    let connection = try await LoadedBank.connect()
    var figures: [[[Measure: Estimate]]] = []
    for threads in [1, 3] {
      let report = try await Self.job(connection) {
        $0.settings.night.threads = threads
        $0.origins = 1
      }.run()
      figures.append(report.pooled.rankers.map(\.figures))
    }
    #expect(figures[0] == figures[1])
  }

  @Test("Without opening dates it refuses and names the other question, which then can be asked")
  func noHistory() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script("update source.account set opened_on = null, closed_on = null")
    await #expect(throws: BacktestError.noOpeningDates(SmallNight.bank)) { try await Self.job(connection).run() }
    let report = try await Self.job(connection) { $0.hidesOne = true }.run()
    #expect(report.question == .hiddenProduct)
    #expect(report.pooled.taken == report.pooled.takers && report.pooled.taken > 10)
    #expect(
      report.pooled.rankers.map(\.ranker) == [.xsell, .mostHeld, .mostHeldInCohort, .coOwnership, .kMeansProfile])
    #expect(report.pooled.calibration == nil)
  }

  @Test("A horizon longer than the history is refused, and fewer origins than asked for are said")
  func short() async throws {
    let connection = try await LoadedBank.connect()
    try await connection.script("delete from source.account where opened_on < '2026-04-01' or opened_on is null")
    let report = try await Self.job(connection) { $0.origins = 5 }.run()
    #expect(report.originsAsked == 5)
    #expect(report.origins.map(\.asOf) == [LoadedBank.may])
    let job = try Self.job(connection) { $0.settings.night.horizonMonths = 3 }
    await #expect(throws: BacktestError.self) { try await job.run() }
  }
}
