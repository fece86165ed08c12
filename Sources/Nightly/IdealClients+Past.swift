import Banking
import Cohorts
import Features
import IdealProfiles
import Policy

extension IdealClients {
  /// Earlier dates as tonight's profiles see them.
  static func past(
    _ snapshots: [Snapshot], _ model: ProfileModel, billing: BillingCycles, settings: PolicySettings, threads: Int
  ) async -> [IdealClients] {
    await inParallel(snapshots.count, threads: threads) { date in
      let table = FeatureTable(snapshots[date], billing: billing)
      return await IdealClients(
        table, Cohorts(table, minimumMembers: settings.cohorts.minimumMembers), model.score(table, threads: threads),
        pinned: settings.pinnedProfiles, settings: settings.profiles, threads: threads)
    }
  }
}
