package import Banking
import Features
import Gaps
import LifeCycle
import Nightly
package import Policy
package import PostgresKit

/// The back-test of one bank: for each origin the night's own reading and chain on what was known then, and what
/// followed. Writes nothing.
package struct BacktestJob: Sendable {
  package struct Order: Sendable {
    package var bank: BankID
    /// Last day that may be known to whoever scores.
    package var asOf: BusinessDate
    /// With the horizon to look ahead.
    package var settings: PolicySettings
    package var origins: Int
    /// Asks which product has been hidden instead of what is opened next.
    package var hidesOne = false
    /// Resamples of the clients behind every interval.
    package var resamples = 1000

    package init(bank: BankID, asOf: BusinessDate, settings: PolicySettings, origins: Int) {
      self.bank = bank
      self.asOf = asOf
      self.settings = settings
      self.origins = origins
    }
  }

  let connection: PostgresConnection
  let order: Order
  let report: @Sendable (_ origin: BusinessDate, _ done: Int, _ of: Int) -> Void

  /// - Parameter report: told of every origin as it begins.
  package init(
    _ connection: PostgresConnection, order: Order,
    report: @escaping @Sendable (_ origin: BusinessDate, _ done: Int, _ of: Int) -> Void = { _, _, _ in }
  ) {
    self.connection = connection
    self.order = order
    self.report = report
  }

  /// - Throws: `BacktestError`, `NightError`, or `PostgresError` where the database fails.
  package func run() async throws -> BacktestReport {
    let (now, firstIncomes) = try await reading(order.asOf).hindsight()
    return order.hidesOne ? try await hiddenProduct(now) : try await openings(now, firstIncomes)
  }

  private func openings(_ now: Snapshot, _ firstIncomes: [FirstIncome]) async throws -> BacktestReport {
    let dates = try origins(now)
    var seen: [SeenOrigin] = []
    for (place, date) in dates.enumerated() {
      report(date, place, dates.count)
      seen.append(try await seenOrigin(date, now, firstIncomes))
    }
    guard seen.contains(where: { !$0.answers.tally.values.isEmpty }) else {
      throw BacktestError.nothingOpened(order.bank, from: dates[dates.count - 1].advanced(byDays: 1), until: order.asOf)
    }
    var report = await finished(now, .openings, seen)
    report.warnings = LeavingWarnings(
      await StagesOverTime(
        Vantage(FeatureTable(now)), months: LeavingWarnings.months, settings: order.settings.stages, threads: threads))
    return report
  }

  /// The night as it would have been on the date.
  func night(on date: BusinessDate) async throws -> Night {
    let input = try await reading(date).withoutNightsBefore()
    return try await Night(input, settings: order.settings, threads: threads) { _ in }
  }

  /// What the night of the date said of what followed.
  private func seenOrigin(
    _ date: BusinessDate, _ now: Snapshot, _ firstIncomes: [FirstIncome]
  ) async throws -> SeenOrigin {
    let night = try await night(on: date)
    let until = min(now.asOf, date.monthsEarlier(-order.settings.night.horizonMonths))
    let trial = Trial(night.table, taken: Openings(after: night.table, until: until, in: now).products)
    var answers = await night.answers(to: trial, rankers: Ranker.allCases, threads: threads)
    answers.incomes = night.incomes(trial, firstIncomes.filter { date < $0.openedOn && $0.openedOn <= until })
    return SeenOrigin(asOf: date, until: until, basis: night.adoption.model.basis, answers: answers)
  }

  private func hiddenProduct(_ now: Snapshot) async throws -> BacktestReport {
    report(order.asOf, 0, 1)
    let hidden = HiddenProducts(now, random: order.settings.backtestRandom.stream(2))
    guard hidden.hidden.contains(where: { $0 != nil }) else { throw BacktestError.nothingToHide(order.bank) }
    let input = NightInput(
      snapshot: hidden.snapshot, previousModel: nil, previousStages: [:], triggers: [],
      refit: false)
    let night = try await Night(input, settings: order.settings, threads: threads) { _ in }
    var answers = await night.answers(
      to: hidden.trial(night.table), rankers: Ranker.allCases.filter { !$0.needsOpenings }, threads: threads)
    // The probability is of holding the product, not of having lost it to the test.
    answers.calibration = nil
    let seen = SeenOrigin(
      asOf: order.asOf, until: order.asOf, basis: night.adoption.model.basis, answers: answers)
    return await finished(now, .hiddenProduct, [seen])
  }

  private func finished(
    _ now: Snapshot, _ question: BacktestReport.Question, _ seen: [SeenOrigin]
  ) async -> BacktestReport {
    let resampling = Resampling(count: order.resamples, random: order.settings.backtestRandom.stream(3))
    var origins: [BacktestReport.Origin] = []
    for origin in seen {
      origins.append(
        BacktestReport.Origin(
          asOf: origin.asOf, until: origin.until, basis: origin.basis,
          evaluation: await Evaluation(origin.answers, resampling, threads: threads)))
    }
    let pooled = await Evaluation(TrialAnswers(pooling: seen.map(\.answers)), resampling, threads: threads)
    return BacktestReport(
      question: question, bank: now.bank, asOf: now.asOf, horizonMonths: order.settings.night.horizonMonths,
      catalogue: now.catalogue, originsAsked: order.origins, origins: origins, pooled: pooled,
      productsNeverSeen: now.productsNeverSeen, resamples: order.resamples)
  }

  /// One month apart, the latest with its whole horizon behind it; each with at least a month of openings before it.
  private func origins(_ now: Snapshot) throws(BacktestError) -> [BusinessDate] {
    guard let first = AdoptionOrigins.history(of: now) else { throw .noOpeningDates(order.bank) }
    let horizon = order.settings.night.horizonMonths
    let dates = (0..<order.origins).map { now.asOf.monthsEarlier(horizon + $0) }
      .filter { $0 >= first.monthsEarlier(-1) }
    guard !dates.isEmpty else { throw .historyTooShort(order.bank, first: first, horizonMonths: horizon) }
    return dates
  }

  private func reading(_ date: BusinessDate) -> NightReading {
    NightReading(connection, order: NightJob.Order(bank: order.bank, asOf: date, settings: order.settings))
  }

  private var threads: Int { order.settings.night.threadCount }
}

extension Snapshot {
  /// Products with accounts, none of them dated.
  fileprivate var productsNeverSeen: [Int] {
    var hasAccount = [Bool](repeating: false, count: catalogue.count)
    var isDated = hasAccount
    for holding in holdings {
      for spell in spells(of: holding) {
        hasAccount[Int(holding.product)] = true
        if spell.start != nil { isDated[Int(holding.product)] = true }
      }
    }
    return hasAccount.indices.filter { hasAccount[$0] && !isDated[$0] }
  }
}
