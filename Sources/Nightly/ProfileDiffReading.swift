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
  package func diff(from: BusinessDate, to: BusinessDate) async throws -> ProfileDiff {
    await ProfileDiff(then: try await side(from), now: try await side(to), threads: settings.night.threadCount)
  }

  private func side(_ date: BusinessDate) async throws -> ProfileDiff.Side {
    let (model, _) = try await PreviousNight(connection).model(bank, before: date.advanced(byDays: 1))
    guard let model else { throw NightError.noProfiles(bank, date) }
    let order = NightJob.Order(bank: bank, asOf: date, settings: settings)
    let snapshot = try await NightReading(connection, order: order).snapshotAlone()
    return ProfileDiff.Side(table: FeatureTable(snapshot), model: model.model, fittedOn: model.asOf)
  }
}
