import Banking
import Cohorts
import Features
import LifeCycle
import Policy

/// Where tonight's clients stand in their lives, and what that is measured by.
struct NightLives: Sendable {
  /// By client.
  let stages: [StageAssessment?]
  let segments: [RFMSegment?]
  /// Nil where the bank's opening dates are unknown, or nobody can be seen leaving it.
  let outlook: LifeOutlook?
  let norms: StageNorms
  /// By cohort.
  let cuts: [RFMCuts]

  /// - Parameter lessons: nil = tonight's clients teach.
  init(
    _ table: FeatureTable, _ cohorts: Cohorts, _ lessons: NightLessons?, previous: ClientStages,
    settings: PolicySettings, threads: Int
  ) async {
    let staged = await StagedClients(
      Vantage(table), norms: lessons?.norms, settings: settings.stages, threads: threads
    ) { previous[table.snapshot.clients[$0].id] }
    stages = staged.stages
    norms = staged.norms
    cuts = lessons?.cuts ?? LifeCycle.cuts(table, cohorts, settings: settings.rfm)
    segments = LifeCycle.segments(table, cohorts, cuts: cuts, settings: settings.rfm)
    outlook = await .tonight(lessons, staged, cohorts, settings: settings, threads: threads)
  }
}
