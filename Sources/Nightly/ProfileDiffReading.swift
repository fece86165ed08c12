package import Banking
import Features
package import Policy
package import PostgresKit
import Store

/// Reads a bank at two dates with the profiles in force at each.
package struct ProfileDiffReading: Sendable {
  let connection: PostgresConnection
  let bank: BankID
  let settings: PolicySettings

  package init(_ connection: PostgresConnection, bank: BankID, settings: PolicySettings) {
    self.connection = connection
    self.bank = bank
    self.settings = settings
  }

  /// - Throws: `NightError` where the data of a date are refused, or no profiles had been fitted by then.
  package func diff(from: BusinessDate, to: BusinessDate, threads: Int) async throws -> ProfileDiff {
    await ProfileDiff(then: try await side(from), now: try await side(to), threads: threads)
  }

  private func side(_ date: BusinessDate) async throws -> ProfileDiff.Side {
    try await connection.withTransaction(isolation: .repeatableRead) {
      let scope = ReadScope(bank: bank, asOf: date, settings: settings)
      let (model, _) = try await PreviousNight(connection).model(bank, before: date.advanced(byDays: 1))
      guard let model else { throw NightError.noProfiles(bank, date) }
      let check = try await SourceCheck(connection).report(scope, settings: settings.check)
      guard check.errors.isEmpty else { throw NightError.refused(check) }
      let reader = SourceReader(connection)
      guard let facts = try await reader.bank(bank) else { throw NightError.unknownBank(bank) }
      let (snapshot, _) = try await reader.snapshot(scope, bank: facts)
      return ProfileDiff.Side(table: FeatureTable(snapshot), model: model.model, fittedOn: model.asOf)
    }
  }
}
