package import Banking
package import Cohorts
package import Features
import Gaps
package import IdealProfiles
package import LifeCycle
package import Policy
package import Triggers

/// One night's chain, composed: features → cohorts → profiles → gaps → potential → stages → triggers. A pure function of
/// its input and the policy; the number of threads changes no bit of it.
package struct Night: Sendable {
  package let table: FeatureTable
  package let cohorts: Cohorts
  package let profiles: NightProfiles
  package let ideals: IdealClients
  package let adoption: NightAdoption
  package let recommender: Recommender
  package let stages: [StageAssessment?]
  /// Nil where the bank's opening dates are unknown, or nobody can be seen leaving it.
  package let life: LifeOutlook?
  let previousStages: ClientStages
  package let segments: [RFMSegment?]
  let round: TriggerRound
  package let decisions: TriggerDecisions
  package let settings: PolicySettings

  /// - Parameter report: told of every step as it begins.
  package init(
    _ input: consuming NightInput, settings: PolicySettings, threads: Int,
    report: @Sendable (NightStep) async throws -> Void
  ) async throws {
    var input = input
    self.settings = settings
    try await report(.features)
    table = FeatureTable(input.snapshot)
    cohorts = Cohorts(table, minimumMembers: settings.cohorts.minimumMembers)
    try await report(.profiles)
    profiles = await NightProfiles(input, table, cohorts, settings: settings, threads: threads)
    ideals = await IdealClients(
      table, cohorts, profiles.scoring, pinned: settings.pinnedProfiles, settings: settings.profiles,
      threads: threads)
    try await report(.gaps)
    let past = await IdealClients.past(input.origins, profiles.model, settings: settings, threads: threads)
    adoption = await NightAdoption(input, ideals, past, settings: settings, threads: threads)
    try await report(.potential)
    let income = NightIncome(input, ideals, past, settings: settings)
    recommender = Recommender(ideals: ideals, adoption: adoption, income: income, settings: settings.gaps)
    input.forgetPast()
    try await report(.stages)
    previousStages = input.previousStages
    let staged = StagedClients(Vantage(table), settings: settings.stages) { [table] client in
      input.previousStages[table.snapshot.clients[client].id]
    }
    stages = staged.stages
    segments = LifeCycle.segments(table, cohorts, settings: settings.rfm)
    life = LifeOutlook(
      staged, cohorts, stages: settings.stages, historyMonths: settings.night.historyMonths,
      survival: settings.survival, value: settings.lifeValue)
    try await report(.triggers)
    round = TriggerRound(
      table: table, stages: stages, recommender: recommender,
      identities: ideals.pinned.identities(after: profiles.model.identities), policy: settings.triggers)
    decisions = round.decide(input)
  }

  package var snapshot: Snapshot { table.snapshot }
}

/// The steps of a night, in order; raw values are what the ledger and progress call them.
package enum NightStep: String, Sendable, CaseIterable {
  case check, read, features, profiles, gaps, potential, stages, triggers, publish
}
