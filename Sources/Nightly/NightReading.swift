import Banking
import Gaps
import LifeCycle
import Policy
import PostgresKit
import Store
import Triggers

/// Reads everything a night needs in one transaction, so that check and data are of one moment.
struct NightReading {
  struct Result: Sendable {
    let input: NightInput
    let fingerprint: InputFingerprint
    let check: CheckReport
    /// False where a later night had the triggers in hand: managers already work from its, so a past date raises none.
    let mayRaise: Bool
  }

  let connection: PostgresConnection
  let order: NightJob.Order

  init(_ connection: PostgresConnection, order: NightJob.Order) {
    self.connection = connection
    self.order = order
  }

  func read(_ report: @Sendable (NightStep) async throws -> Void) async throws -> Result {
    try await connection.withTransaction(isolation: .repeatableRead) {
      let check = try await SourceCheck(connection).report(scope, settings: order.settings.check)
      guard check.errors.isEmpty else { throw NightError.refused(check) }
      try await report(.read)
      return try await values(check)
    }
  }

  private func values(_ check: CheckReport) async throws -> Result {
    let reader = SourceReader(connection)
    guard let bank = try await reader.bank(order.bank) else { throw NightError.unknownBank(order.bank) }
    let (snapshot, fingerprint) = try await reader.snapshot(scope, bank: bank)
    guard !snapshot.clients.isEmpty else { throw NightError.noClients(order.bank, order.asOf) }
    let previous = PreviousNight(connection)
    let triggers = TriggerReader(connection)
    let latest = try await triggers.latest(order.bank)
    let past = try await past(of: snapshot, reader)
    let (model, modelContent) = try await previous.model(order.bank, before: order.asOf)
    let (stages, stageContent) = try await previous.stages(scope)
    let input = NightInput(
      snapshot: snapshot, origins: past.snapshots, firstIncomes: past.firstIncomes, previousModel: model,
      previousStages: stages.compactMapValues { Stage(rawValue: $0) },
      managers: try await reader.managers(scope),
      triggers: try await triggers.existing(scope, contactWindowDays: order.settings.triggers.contactWindowDays),
      refit: order.refit)
    return Result(
      input: input,
      fingerprint: fingerprint.with("past", past.content).with("previous_model", modelContent)
        .with("previous_stage", stageContent),
      check: check, mayRaise: latest.map { $0 <= order.asOf } ?? true)
  }

  /// The bank's past, for a sample of its clients.
  private func past(of snapshot: Snapshot, _ reader: SourceReader) async throws -> Past {
    let dates = AdoptionOrigins.choose(
      history: AdoptionOrigins.history(of: snapshot), asOf: order.asOf, horizon: order.settings.night.horizonMonths)
    var sample = scope
    sample.sampleShare = min(1024, 1 + order.settings.night.sampleClients * 1024 / snapshot.clients.count)
    return try await reader.past(sample, tonight: snapshot, at: dates)
  }

  private var scope: ReadScope {
    ReadScope(
      bank: order.bank, asOf: order.asOf, historyMonths: order.settings.night.historyMonths,
      absurdAmount: order.settings.check.absurdAmount.minorUnits / 100)
  }
}
