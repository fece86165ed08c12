package import Banking
import Gaps
import LifeCycle
import Policy
package import PostgresKit
import Store
import Triggers

/// Reads everything a night needs in one transaction, so that check and data are of one moment.
package struct NightReading {
  struct Result: Sendable {
    let input: NightInput
    let fingerprint: InputFingerprint
    let check: CheckReport
    /// False where a later night had the triggers in hand: managers already work from its, so a past date raises none.
    let mayRaise: Bool
  }

  let connection: PostgresConnection
  let order: NightJob.Order

  package init(_ connection: PostgresConnection, order: NightJob.Order) {
    self.connection = connection
    self.order = order
  }

  func read(_ report: @Sendable (NightStep) async throws -> Void) async throws -> Result {
    try await checked { check in
      try await report(.read)
      return try await values(check)
    }
  }

  /// What a bank's first night would know on the date: nothing of its own nights before, no triggers.
  /// Writes nothing.
  /// - Throws: `NightError`, or `PostgresError` where the database fails.
  package func withoutNightsBefore() async throws -> NightInput {
    try await checked { _ in
      let (snapshot, _) = try await snapshot()
      let past = try await past(of: snapshot)
      return NightInput(
        snapshot: snapshot, origins: past.snapshots, firstIncomes: past.firstIncomes, previousModel: nil,
        previousStages: [:], triggers: [], refit: false)
    }
  }

  /// What became of the bank by the date: its snapshot, and what all its clients first brought on the products they
  /// took. Writes nothing.
  /// - Throws: as `withoutNightsBefore`.
  package func hindsight() async throws -> (snapshot: Snapshot, firstIncomes: [FirstIncome]) {
    try await checked { _ in
      let (snapshot, _) = try await snapshot()
      return (snapshot, try await SourceReader(connection).firstIncomes(scope, tonight: snapshot))
    }
  }

  /// The bank on the date and nothing else.
  /// - Throws: as `withoutNightsBefore`.
  func snapshotAlone() async throws -> Snapshot { try await checked { _ in try await snapshot().0 } }

  private func checked<R: Sendable>(_ body: (CheckReport) async throws -> R) async throws -> R {
    try await connection.withTransaction(isolation: .repeatableRead) {
      let check = try await SourceCheck(connection).report(scope, settings: order.settings.check)
      guard check.errors.isEmpty else { throw NightError.refused(check) }
      return try await body(check)
    }
  }

  private func snapshot() async throws -> (Snapshot, InputFingerprint) {
    let reader = SourceReader(connection)
    guard let bank = try await reader.bank(order.bank) else { throw NightError.unknownBank(order.bank) }
    let (snapshot, fingerprint) = try await reader.snapshot(scope, bank: bank)
    guard !snapshot.clients.isEmpty else { throw NightError.noClients(order.bank, order.asOf) }
    return (snapshot, fingerprint)
  }

  private func values(_ check: CheckReport) async throws -> Result {
    let (snapshot, fingerprint) = try await snapshot()
    let previous = PreviousNight(connection)
    let triggers = TriggerReader(connection)
    let latest = try await triggers.latest(order.bank)
    let past = try await past(of: snapshot)
    let (model, modelContent) = try await previous.model(order.bank, before: order.asOf)
    let (stages, stageContent) = try await previous.stages(scope)
    let (desks, deskContent) = try await DeskReader(connection).book(scope, of: snapshot)
    let policy = order.settings.triggers
    let input = NightInput(
      snapshot: snapshot, origins: past.snapshots, firstIncomes: past.firstIncomes, previousModel: model,
      previousStages: stages.compactMapValues { Stage(rawValue: $0) },
      desks: desks,
      conversions: try await ConversionReader(connection).history(order.bank, asOf: order.asOf, policy: policy),
      triggers: try await triggers.existing(scope, contactWindowDays: policy.contactWindowDays),
      refit: order.refit)
    return Result(
      input: input,
      fingerprint: fingerprint.with("past", past.content).with("previous_model", modelContent)
        .with("previous_stage", stageContent).with("desk", deskContent),
      check: check, mayRaise: latest.map { $0 <= order.asOf } ?? true)
  }

  /// The bank's past, for a sample of its clients.
  private func past(of snapshot: Snapshot) async throws -> Past {
    let dates = AdoptionOrigins.choose(
      history: AdoptionOrigins.history(of: snapshot), asOf: order.asOf, horizon: order.settings.night.horizonMonths)
    var sample = scope
    sample.sampleShare = min(1024, 1 + order.settings.night.sampleClients * 1024 / snapshot.clients.count)
    return try await SourceReader(connection).past(sample, tonight: snapshot, at: dates)
  }

  private var scope: ReadScope {
    ReadScope(bank: order.bank, asOf: order.asOf, settings: order.settings)
  }
}

extension ReadScope {
  init(bank: BankID, asOf: BusinessDate, settings: PolicySettings) {
    self.init(
      bank: bank, asOf: asOf, historyMonths: settings.night.historyMonths,
      absurdAmount: settings.check.absurdAmount.minorUnits / 100)
  }
}
