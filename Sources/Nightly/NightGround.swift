import Banking
import Cohorts
import Features
import IdealProfiles
import Policy

/// What a night stands on: its features, cohorts and profiles, in the terms of the lessons that are kept, or in its own.
struct NightGround: Sendable {
  let table: FeatureTable
  let cohorts: Cohorts
  let profiles: NightProfiles
  /// Nil where the night has to learn.
  let lessons: NightLessons?

  /// - Parameter report: told of every step as it begins.
  init(
    _ input: NightInput, settings: PolicySettings, threads: Int, report: @Sendable (NightStep) async throws -> Void
  ) async throws {
    try await report(.features)
    let lessons = input.lessons.flatMap {
      $0.apply(
        to: input.snapshot, profilesFittedOn: input.previousModel?.asOf, relearnShare: settings.night.relearnShare)
        ? $0 : nil
    }
    var table = await FeatureTable(
      input.snapshot, scale: lessons?.scale, billing: lessons?.billing ?? input.billing, threads: threads)
    try await report(.profiles)
    var reason = NightProfiles.Reason.first
    let kept = await NightProfiles(input, table, settings: settings, threads: threads, fittingFor: &reason)
    if let kept, let lessons {
      self.lessons = lessons
      cohorts = Cohorts(all: lessons.cohorts, table.snapshot)
      profiles = kept
    } else {
      self.lessons = nil
      if lessons != nil { table = await FeatureTable(input.snapshot, billing: input.billing, threads: threads) }
      cohorts = Cohorts(table, minimumMembers: settings.cohorts.minimumMembers)
      profiles =
        if let kept { kept } else {
          await NightProfiles(input, table, cohorts, settings: settings, threads: threads, for: reason)
        }
    }
    self.table = table
  }
}
