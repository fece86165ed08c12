package import Banking
import Features
import Gaps
import LifeCycle
package import Logging
package import Policy
package import PostgresKit
package import Store
import Triggers

/// Reads everything a night needs in one transaction, so that check and data are of one moment.
package struct NightReading {
  struct Result: Sendable {
    var input: NightInput
    let fingerprint: InputFingerprint
    let check: CheckReport
    /// Clients with business in each of the last three months that are over, oldest first.
    let latestMonths: [(month: Month, clients: Int64)]
    /// Products whose last month is perhaps not loaded.
    let missingFeeds: [ProductCode]
    /// False where a later night had the triggers in hand: managers already work from its, so a past date raises none.
    let mayRaise: Bool
    let terms: LessonTerms
    /// Whether the bank's past is at hand; see `SourceReading`.
    let knowsPast: Bool

    /// The input as it was read; what stays behind has neither a past nor published rows, which are large and of use but once.
    mutating func giveInput() -> NightInput {
      defer { input.forgetPast() }
      return input
    }
  }

  let connection: PostgresConnection
  let order: NightJob.Order
  let logger: Logger?

  package init(_ connection: PostgresConnection, order: NightJob.Order, logger: Logger? = nil) {
    self.connection = connection
    self.order = order
    self.logger = logger
  }

  /// - Parameter isWhole: reads every product month, so that the bank's past is at hand; else that is left to whether there
  ///   are lessons to apply.
  func read(isWhole: Bool, _ report: @Sendable (NightStep) async throws -> Void) async throws -> Result {
    try await SourceCheck(connection).inTransaction(of: order.bank) {
      let ledger = RunLedger(connection)
      let terms = LessonTerms(
        policyHash: try await ledger.hash(order.settings.canonicalText),
        teachingHash: try await ledger.hash(order.settings.teachingText), version: ProgramVersion.current)
      let lesson = try await PreviousNight(connection).lesson(order.bank, before: order.asOf, terms)
      // They take a second to make out for a large bank, while the database is busy with the rest.
      async let lessons = Self.madeOut(order.refit ? nil : lesson.content)
      let takesKept = !isWhole && !order.refit && !order.isFull && lesson.content != nil
      let look = takesKept ? try await look() : nil
      // Nobody waits for its end: its session goes when the server has answered.
      defer { look?.cancel() }
      let (reading, check) = try await checked(
        ActivityUse(takesKept: takesKept, keeps: !order.isDryRun, look: look), report)
      return try await values(reading, check, terms, lesson, await lessons)
    }
  }

  /// What a bank's first night would know on the date: nothing of its own nights before, no triggers.
  /// Writes nothing.
  /// - Throws: `NightError`, `UnreadableRelation`, or `PostgresError` where the database fails.
  package func withoutNightsBefore() async throws -> NightInput {
    let reading = try await reading()
    return NightInput(
      snapshot: reading.snapshot, billing: reading.billing, past: past(of: reading), previousModel: nil,
      previousStages: [:], triggers: [], refit: false)
  }

  /// What became of the bank by the date: its snapshot, and what all its clients first brought on the products they
  /// took. Writes nothing.
  /// - Throws: as `withoutNightsBefore`.
  package func hindsight() async throws -> (snapshot: Snapshot, firstIncomes: [FirstIncome]) {
    try await SourceCheck(connection).inTransaction(of: order.bank) {
      let reading = try await checked().reading
      return (
        reading.snapshot,
        try await SourceReader(connection).firstIncomes(scope, tonight: reading.snapshot, billing: reading.billing)
      )
    }
  }

  /// The bank on the date and nothing else.
  /// - Throws: as `withoutNightsBefore`.
  func snapshotAlone() async throws -> Snapshot { try await reading().snapshot }

  private func reading() async throws -> SourceReading {
    try await SourceCheck(connection).inTransaction(of: order.bank) { try await checked().reading }
  }

  /// Reads between the two halves of the check: what the check asks of accounts and of tens of millions of product months is seen
  /// while they are read. Whatever is refused is refused before anything is made of it.
  private func checked(
    _ activity: ActivityUse = .sourceAlone, _ report: @Sendable (NightStep) async throws -> Void = { _ in }
  ) async throws -> (reading: SourceReading, findings: CheckReport) {
    let check = SourceCheck(connection, names: order.settings.names)
    let open = try await check.begin(scope, settings: order.settings.check)
    guard !open.hasErrors else { throw NightError.refused(try await check.finish(open)) }
    try await report(.read)
    let reader = SourceReader(connection)
    guard let bank = try await reader.bank(order.bank) else { throw NightError.unknownBank(order.bank) }
    let reading = try await reader.read(
      scope, bank: bank, sampleClients: order.settings.night.sampleClients, activity: activity)
    let findings = try await check.finish(open, reading.tally)
    guard findings.errors.isEmpty else { throw NightError.refused(findings) }
    guard !reading.snapshot.clients.isEmpty else { throw NightError.noClients(order.bank, order.asOf) }
    return (reading, findings)
  }

  /// Starts a look in a session of its own. What keeps it from one is told, and the reading then looks itself.
  private func look() async throws -> Task<ActivityLook, any Error> {
    let look = try await ActivityLook.beside(connection, scope)
    return Task { [logger, order] in
      do {
        return try await look()
      } catch let error as PostgresError {
        if !Task.isCancelled {
          logger?.warning(
            "night: changed product months are not looked for beside the reading: \(NightError.sentence(error))",
            metadata: ["bank": "\(order.bank)"])
        }
        throw error
      }
    }
  }

  private static func madeOut(_ content: String?) async -> NightLessons? { content.flatMap { NightLessons(json: $0) } }

  private func values(
    _ reading: SourceReading, _ check: CheckReport, _ terms: LessonTerms,
    _ lesson: (run: String?, content: String?, fingerprint: ContentCount), _ lessons: NightLessons?
  ) async throws -> Result {
    let previous = PreviousNight(connection)
    let triggers = TriggerReader(connection)
    let latest = try await triggers.latest(order.bank)
    let (model, modelContent) = try await previous.model(order.bank, before: order.asOf)
    let standings = try await previous.standings(scope)
    let (desks, deskContent) = try await DeskReader(connection).book(scope, of: reading.snapshot)
    let policy = order.settings.triggers
    let input = NightInput(
      snapshot: reading.snapshot, billing: reading.billing, past: past(of: reading),
      lessons: lessons, lessonRun: lesson.run,
      previousModel: model,
      previousStages: standings.stages, published: order.isFull ? nil : (standings.grounds, terms),
      desks: desks,
      conversions: try await ConversionReader(connection).history(order.bank, asOf: order.asOf),
      triggers: try await triggers.existing(scope, contactWindowDays: policy.contactWindowDays),
      setAside: reading.setAside,
      refit: order.refit)
    return Result(
      input: input,
      fingerprint: reading.fingerprint.with("previous_model", modelContent).with("previous_stage", standings.content)
        .with("desk", deskContent).with("lesson", lesson.fingerprint),
      check: check, latestMonths: reading.tally.latestMonths,
      missingFeeds: reading.tally.missingFeeds(thinBelow: order.settings.check.thinMonthWarningShare),
      mayRaise: latest.map { $0 <= order.asOf } ?? true,
      terms: terms, knowsPast: reading.knowsPast)
  }

  /// The bank's past, for a sample of its clients.
  private func past(of reading: SourceReading) -> @Sendable () async -> Past {
    { [order] in
      let dates = AdoptionOrigins.choose(
        history: AdoptionOrigins.history(of: reading.snapshot), asOf: order.asOf,
        horizon: order.settings.night.horizonMonths)
      guard !dates.isEmpty else { return Past() }
      let night = order.settings.night
      let snapshots = await inParallel(dates.count, threads: night.threadCount) {
        reading.past(on: dates[$0], historyMonths: night.historyMonths)
      }
      return Past(snapshots: snapshots, firstIncomes: reading.firstIncomes)
    }
  }

  private var scope: ReadScope {
    ReadScope(bank: order.bank, asOf: order.asOf, settings: order.settings)
  }
}

extension ReadScope {
  /// What the policy says about reading.
  package init(bank: BankID, asOf: BusinessDate, settings: PolicySettings) {
    self.init(
      bank: bank, asOf: asOf, historyMonths: settings.night.historyMonths,
      movedOn: settings.night.movedOn,
      absurdAmount: settings.check.absurdAmount.minorUnits / 100)
  }
}
