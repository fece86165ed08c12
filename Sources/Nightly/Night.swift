package import Banking
package import Cohorts
package import Features
import Gaps
package import IdealProfiles
package import LifeCycle
package import Policy
import Store
package import Triggers

/// One night's chain, composed: features → cohorts → profiles → stages → gaps → potential → triggers. A pure function of
/// its input and the policy; the number of threads changes no bit of it.
package struct Night: Sendable {
  package let table: FeatureTable
  package let cohorts: Cohorts
  package let profiles: NightProfiles
  package let ideals: IdealClients
  package let adoption: NightAdoption
  package let recommender: Recommender
  let lives: NightLives
  /// Whether tonight's clients were judged by the lessons of an earlier night.
  package let keepsLessons: Bool
  /// The run that learned the kept lessons; nil where tonight's did.
  let lessonRun: String?
  let previousStages: ClientStages
  /// Those who are not judged tonight: nothing may ask for their chances or their rows.
  let idle: IdleClients
  let round: TriggerRound
  package let decisions: TriggerDecisions
  package let settings: PolicySettings

  /// Lessons of an earlier night are kept where they still apply; else the night learns its own.
  /// - Parameter report: told of every step as it begins.
  package init(
    _ input: consuming NightInput, settings: PolicySettings, threads: Int,
    report: @Sendable (NightStep) async throws -> Void
  ) async throws {
    let ground = try await NightGround(copy input, settings: settings, threads: threads, report: report)
    try await self.init(input, on: ground, settings: settings, threads: threads, report: report)
  }

  /// - Parameter ground: of the input.
  init(
    _ input: consuming NightInput, on ground: NightGround, settings: PolicySettings, threads: Int,
    report: @Sendable (NightStep) async throws -> Void
  ) async throws {
    var input = input
    self.settings = settings
    let lessons = ground.lessons
    (table, cohorts, profiles) = (ground.table, ground.cohorts, ground.profiles)
    keepsLessons = lessons != nil
    lessonRun = lessons == nil ? nil : input.lessonRun
    ideals = await IdealClients.tonight(lessons?.ideals, ground, settings: settings, threads: threads)
    try await report(.stages)
    previousStages = input.previousStages
    lives = await NightLives(table, cohorts, lessons, previous: previousStages, settings: settings, threads: threads)
    idle = await Self.idle(input, lessonRun, stages: lives.stages, threads: threads)
    try await report(.gaps)
    let past = lessons == nil ? await input.past() : Past()
    let origins = await IdealClients.past(
      past.snapshots, profiles.model, billing: table.billing, settings: settings, threads: threads)
    adoption = await .tonight(lessons, ideals, but: idle, origins, settings: settings, threads: threads)
    try await report(.potential)
    recommender = Recommender(
      ideals: ideals, adoption: adoption,
      income: await .tonight(
        lessons, ideals, origins, firstIncomes: past.firstIncomes, settings: settings, threads: threads),
      isActiveByNature: lessons?.isActiveByNature, settings: settings.gaps)
    input.forgetPast()
    try await report(.triggers)
    round = TriggerRound(
      table: table, stages: lives.stages, recommender: recommender,
      identities: ideals.pinned.identities(after: profiles.model.identities), policy: settings.triggers)
    decisions = await round.decide(input, but: idle, threads: threads)
  }

  /// - Parameter lessonRun: nil where tonight learns: then everybody is judged anew.
  private static func idle(
    _ input: NightInput, _ lessonRun: String?, stages: [StageAssessment?], threads: Int
  ) async -> IdleClients {
    guard let lessonRun, let (published, terms) = input.published else { return IdleClients() }
    let grounds = RowGrounds(
      input.snapshot, stages, previousStages: input.previousStages, run: lessonRun, terms)
    return await IdleClients(grounds, published, triggers: input.triggers, threads: threads)
  }

  package var snapshot: Snapshot { table.snapshot }
  /// By client.
  package var stages: [StageAssessment?] { lives.stages }
  package var segments: [RFMSegment?] { lives.segments }
  /// Nil where the bank's opening dates are unknown, or nobody can be seen leaving it.
  package var life: LifeOutlook? { lives.outlook }
}

/// The steps of a night, in order; raw values are what the ledger and progress call them.
package enum NightStep: String, Sendable, CaseIterable {
  case check, read, features, profiles, stages, gaps, potential, triggers, publish
}
