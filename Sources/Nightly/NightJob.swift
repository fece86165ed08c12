package import Banking
package import Logging
package import Policy
package import PostgresKit
import Store
import Triggers
package import Wording

/// The nightly job of one bank: check → read → the chain → one atomic publication, with its ledger and its lock.
///
/// Killed anywhere, it leaves the last publication as it was; run again, it ends where an undisturbed run would have.
package struct NightJob: Sendable {
  package struct Order: Sendable {
    package var bank: BankID
    package var asOf: BusinessDate
    package var settings: PolicySettings
    /// Computes everything and writes nothing.
    package var isDryRun = false
    package var refit = false
    /// Computes and compares everything, also what stands published, whatever the hashes kept beside it say.
    package var isFull = false

    package init(bank: BankID, asOf: BusinessDate, settings: PolicySettings) {
      self.bank = bank
      self.asOf = asOf
      self.settings = settings
    }
  }

  let connection: PostgresConnection
  let order: Order
  let language: @Sendable (Bank) -> any Language
  let clock: @Sendable () -> PostgresTimestamp
  let stopwatch: @Sendable () -> ContinuousClock.Instant
  let report: @Sendable (NightStep) async throws -> Void
  let logger: Logger

  /// - Parameters:
  ///   - language: in which the bank's headlines are worded.
  ///   - clock: for the ledger and the history of triggers; decides no result.
  ///   - stopwatch: for the seconds each step took.
  ///   - report: told of every step as it begins.
  package init(
    _ connection: PostgresConnection, order: Order, language: @escaping @Sendable (Bank) -> any Language,
    clock: @escaping @Sendable () -> PostgresTimestamp, stopwatch: @escaping @Sendable () -> ContinuousClock.Instant,
    logger: Logger,
    report: @escaping @Sendable (NightStep) async throws -> Void = { _ in }
  ) {
    self.connection = connection
    self.order = order
    self.language = language
    self.clock = clock
    self.stopwatch = stopwatch
    self.logger = logger
    self.report = report
  }

  /// - Throws: `NightError`, `MigrationError` where the schema is another program's, or `PostgresError` where the
  ///   database fails.
  package func run() async throws -> NightReport {
    NightMemory.prepare()
    try await OutputSchema.refuseOther(connection)
    let ledger = RunLedger(connection)
    guard try await ledger.seesAllRows() else { throw NightError.seesOwnRowsOnly }
    guard try await ledger.lock(order.bank) else { throw NightError.locked(order.bank) }
    let night: Result<NightReport, any Error>
    do {
      night = .success(try await recorded(ledger))
    } catch {
      night = .failure(error)
    }
    try? await anyway { await unlock(ledger) }
    return try night.get()
  }

  /// Also where the night was cancelled.
  private func anyway<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) async throws -> R {
    try await Task(operation: work).value
  }

  /// The night is what it is, whatever becomes of this; on a broken link the lock went with the session.
  private func unlock(_ ledger: RunLedger) async {
    do {
      try await ledger.unlock(order.bank)
    } catch {
      logger.warning(
        "night: the lock goes with the connection: \(NightError.sentence(error))", metadata: ["bank": "\(order.bank)"])
    }
  }

  private func recorded(_ ledger: RunLedger) async throws -> NightReport {
    guard !order.isDryRun else { return try await night(ledger, attempt: nil) }
    let attempt = try await ledger.newAttempt()
    try await ledger.start(attempt: attempt, bank: order.bank, asOf: order.asOf, at: clock())
    do {
      return try await night(ledger, attempt: attempt)
    } catch {
      let failure = NightError.sentence(error)
      try? await anyway {
        try await ledger.finish(
          attempt: attempt, outcome: .failed, run: nil, at: clock(), stages: "{}", manifest: "{}", failure: failure)
      }
      throw error
    }
  }

  private func night(_ ledger: RunLedger, attempt: String?) async throws -> NightReport {
    let watch = NightWatch(now: stopwatch)
    let report: @Sendable (NightStep) async throws -> Void = { [self] step in
      try Task.checkCancellation()
      await watch.begin(step)
      NightMemory.giveBack()
      logger.info("night: \(step.rawValue)", metadata: ["bank": "\(order.bank)"])
      try await self.report(step)
    }
    try await report(.check)
    var reading = try await NightReading(connection, order: order, logger: logger).read(isWhole: false, report)
    if let attempt, !order.isFull, let run = try await publishedRun(of: reading, ledger) {
      return try await leave(run, attempt: attempt, watch, ledger, reading)
    }
    let (input, ground) = try await ground(of: &reading, report)
    var log = NightLog()
    log.note(reading, seed: order.settings.night.seed)
    let night = try await Night(
      consume input, on: ground, settings: order.settings, threads: order.settings.night.threadCount, report: report)
    log.note(night, raises: reading.mayRaise)
    let run = try await identity(reading, ledger)
    guard let attempt else {
      return NightReport(reading, outcome: .dryRun, run: run, laps: await watch.laps(), night: night)
    }
    try await report(.publish)
    let written = try await publish(night, run: run, attempt: attempt, log: log, watch, ledger, reading)
    if let written { await settle(written) }
    return NightReport(reading, outcome: .published, run: run, laps: await watch.laps(), night: night)
  }

  /// The run that stands published, where it would come out again.
  private func publishedRun(of reading: NightReading.Result, _ ledger: RunLedger) async throws -> String? {
    let run = try await identity(reading, ledger)
    return try await ledger.published(order.bank)?.run == run ? run : nil
  }

  /// Leaves what is published as it is, and says so.
  private func leave(
    _ run: String, attempt: String, _ watch: NightWatch, _ ledger: RunLedger, _ reading: NightReading.Result
  ) async throws -> NightReport {
    var log = NightLog()
    log.note(reading, seed: order.settings.night.seed)
    log.note(await watch.laps())
    try await ledger.finish(
      attempt: attempt, outcome: .unchanged, run: run, at: clock(), stages: log.stages, manifest: log.manifest)
    return NightReport(reading, outcome: .unchanged, run: run, laps: await watch.laps())
  }

  /// The night's input with what the night stands on. Where that turns out to teach anew, all of the bank's past is read for it.
  private func ground(
    of reading: inout NightReading.Result, _ report: @Sendable (NightStep) async throws -> Void
  ) async throws -> (NightInput, NightGround) {
    func ground(_ input: NightInput) async throws -> NightGround {
      try await NightGround(
        input, settings: order.settings, threads: order.settings.night.threadCount, report: report)
    }
    var input = reading.giveInput()
    var standing = try await ground(input)
    if standing.lessons == nil, !reading.knowsPast {
      reading = try await NightReading(connection, order: order, logger: logger).read(isWhole: true, report)
      input = reading.giveInput()
      standing = try await ground(input)
    }
    reading.input.triggers = []
    return (input, standing)
  }

  /// All or nothing. Where the link breaks in COMMIT, the attempt itself tells whether it came about.
  /// - Returns: nil where nobody can say what was written.
  private func publish(
    _ night: Night, run: String, attempt: String, log: NightLog, _ watch: NightWatch, _ ledger: RunLedger,
    _ reading: NightReading.Result
  ) async throws -> WrittenClients? {
    let texts = TriggerTexts(language: language(night.snapshot.bank))
    let publication = night.publication(
      run: run, isFull: order.isFull, terms: reading.terms, texts: texts, raises: reading.mayRaise,
      threads: order.settings.night.threadCount)
    let moment = clock()
    do {
      return try await connection.withTransaction {
        // The schema may have been migrated while the night computed.
        try await OutputSchema.refuseOther(connection)
        let written = try await ResultWriter(connection).publish(publication, at: moment)
        var log = log
        log.note(await watch.laps())
        try await ledger.keep(policy: reading.terms.policyHash, settings: NightLog.settings(order.settings))
        try await ledger.finish(
          attempt: attempt, outcome: .published, run: run, at: moment, stages: log.stages, manifest: log.manifest)
        return written
      }
    } catch PostgresError.commitOutcomeUnknown {
      let isPublished = try await anyway {
        try await connection.reconnect(attempts: 5)
        return try await ledger.isPublished(attempt: attempt)
      }
      guard isPublished else { throw PostgresError.commitOutcomeUnknown }
      return nil
    }
  }

  /// The night is published, whatever becomes of this.
  private func settle(_ written: WrittenClients) async {
    do {
      try await ResultWriter(connection).settle(written, order.bank)
    } catch {
      logger.warning(
        "night: statistics of the results are not fresh: \(NightError.sentence(error))",
        metadata: ["bank": "\(order.bank)"])
    }
  }

  /// Equal for equal results: bank, input (earlier dates, model and stages at hand included), policy, program.
  private func identity(_ reading: NightReading.Result, _ ledger: RunLedger) async throws -> String {
    let bank = reading.input.snapshot.bank
    return try await ledger.identity(
      of: [
        bank.id.rawValue, bank.name, bank.currency, bank.locale, order.asOf.description, ProgramVersion.current,
        order.settings.canonicalText,
        order.refit ? "refit" : "", reading.fingerprint.canonicalText,
      ].joined(separator: "\n"))
  }
}
