package import Banking
import Gaps
import IdealProfiles
import Logging
package import Nightly
package import Policy
package import PostgresKit
import Potential
import Wording

/// The night that the tests and their victim run: the policy that is built in, light enough for a debug build, and a
/// clock that stands still.
package enum SmallNight {
  package static let bank = BankID("DEMO")

  package static var settings: PolicySettings {
    get throws {
      var settings = try Policy.default.settings(for: bank)
      lighten(&settings)
      settings.night.sampleClients = 60
      settings.night.horizonMonths = 1
      settings.potential.minimumNewHolders = 10
      // The single broken rows of the demo bank are a larger share of a small one.
      settings.check.quarantineShare = 0.1
      return settings
    }
  }

  /// Fewer profiles tried, fewer clients learnt from, fewer trees: the same chain in a tenth of the time.
  package static func lighten(_ settings: inout PolicySettings) {
    settings.profiles.profileCounts = 2...3
    settings.profiles.bootstrapResamples = 2
    settings.night.sampleClients = 500
    settings.adoption.minimumOpenings = 10
    settings.adoption.transitionTrees.rounds = 4
    settings.adoption.transitionTrees.ensembles = 1
    settings.adoption.holdingTrees.rounds = 4
  }

  /// - Parameter report: told of every step as it begins.
  package static func job(
    _ connection: PostgresConnection, order: NightJob.Order,
    report: @escaping @Sendable (NightStep) async throws -> Void = { _ in }
  ) -> NightJob {
    let start = ContinuousClock.now
    return NightJob(
      connection, order: order, language: { _ in English() }, clock: { PostgresTimestamp(microseconds: 0) },
      stopwatch: { start },
      logger: Logger(label: "night") { _ in SwiftLogNoOpLogHandler() }, report: report)
  }
}
