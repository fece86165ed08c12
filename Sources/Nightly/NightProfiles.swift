package import Banking
import Cohorts
import Features
package import IdealProfiles
import Policy

/// Tonight's profiles: scored by the model at hand, or fitted anew, and why.
package struct NightProfiles: Sendable {
  /// What decided between scoring and fitting.
  package enum Reason: String, Sendable {
    case first, asked, due, drift
    /// The month that they were fitted on was loaded in part.
    case lateLoad = "late load"
    case scheduled = "not due"
  }

  package let model: ProfileModel
  package let scoring: ProfileScoring
  package let reason: Reason
  /// Only of a fit.
  package let learning: ProfileLearning?

  package let fittedOn: BusinessDate

  package var isRefit: Bool { learning != nil }

  /// Tonight's clients in the profiles of an earlier night; nil where there are none, or they are to be fitted anew.
  /// - Parameter reason: why they are to be fitted.
  init?(
    _ input: NightInput, _ table: FeatureTable, settings: PolicySettings, threads: Int, fittingFor reason: inout Reason
  ) async {
    guard let (model, fittedOn) = input.previousModel else {
      reason = .first
      return nil
    }
    let scoring = await model.score(table, threads: threads)
    reason = Self.reason(input, model, scoring, settings)
    guard reason == .scheduled else { return nil }
    self.model = model
    self.scoring = scoring
    self.reason = reason
    self.fittedOn = fittedOn
    learning = nil
  }

  /// Fitted anew.
  init(
    _ input: NightInput, _ table: FeatureTable, _ cohorts: Cohorts, settings: PolicySettings, threads: Int,
    for reason: Reason
  ) async {
    let learnt = await ProfileModel.learn(
      table, cohorts, settings: settings.profiles, seed: settings.night.seed, threads: threads,
      previous: input.previousModel?.model)
    model = learnt.model
    scoring = learnt.scoring
    learning = learnt
    self.reason = reason
    fittedOn = table.snapshot.asOf
  }

  /// Whether the night learns anew because another month is complete. A fit within the month would have all of it learned once more.
  private static func isMonthsFirst(_ input: NightInput, _ fitted: BusinessDate) -> Bool {
    let month = input.snapshot.lastMonth
    return fitted.lastCompleteMonth < month && input.lessons?.month != month
  }

  /// Share of clients more or fewer from which profiles rest on a month that was not there. Of less they stay: redrawn, they move
  /// clients that have not changed.
  private static let lateShare = 0.1

  private static func hasLateLoad(_ input: NightInput, _ fitted: BusinessDate) -> Bool {
    guard let lessons = input.lessons, lessons.month == input.snapshot.lastMonth,
      fitted.lastCompleteMonth == lessons.month
    else { return false }
    return !lessons.hasBase(like: input.snapshot, within: lateShare)
  }

  private static func reason(
    _ input: NightInput, _ model: ProfileModel, _ scoring: ProfileScoring, _ settings: PolicySettings
  ) -> Reason {
    if input.refit { return .asked }
    guard let fitted = input.previousModel?.asOf else { return .due }
    let due = fitted.advanced(byDays: settings.night.refitEveryDays)
    guard due > input.snapshot.asOf,
      !isMonthsFirst(input, fitted) || due >= input.snapshot.lastMonth.advanced(by: 1).lastDay
    else { return .due }
    if hasLateLoad(input, fitted) { return .lateLoad }
    let drift = ProfileDrift(baseline: model.baseline, tonight: scoring.counts, settings: settings.profiles)
    return drift.verdict == .refitDue ? .drift : .scheduled
  }
}
