import Banking
import Cohorts
import Features
package import IdealProfiles
import Policy

/// Tonight's profiles: scored by the model at hand, or fitted anew, and why.
package struct NightProfiles: Sendable {
  /// What decided between scoring and fitting.
  package enum Reason: String, Sendable {
    case first, asked, due, drift
    case scheduled = "not due"
  }

  package let model: ProfileModel
  package let scoring: ProfileScoring
  package let reason: Reason
  /// Only of a fit.
  package let learning: ProfileLearning?

  package var isRefit: Bool { learning != nil }

  init(
    _ input: NightInput, _ table: FeatureTable, _ cohorts: Cohorts, settings: PolicySettings, threads: Int
  ) async {
    let previous = input.previousModel?.model
    if let previous {
      let scoring = await previous.score(table, threads: threads)
      let reason = Self.reason(input, previous, scoring, settings)
      guard reason != .scheduled else {
        model = previous
        self.scoring = scoring
        self.reason = reason
        learning = nil
        return
      }
      self.reason = reason
    } else {
      reason = .first
    }
    let learnt = await ProfileModel.learn(
      table, cohorts, settings: settings.profiles, seed: settings.night.seed, threads: threads, previous: previous)
    model = learnt.model
    scoring = learnt.scoring
    learning = learnt
  }

  private static func reason(
    _ input: NightInput, _ model: ProfileModel, _ scoring: ProfileScoring, _ settings: PolicySettings
  ) -> Reason {
    if input.refit { return .asked }
    guard let fitted = input.previousModel?.asOf,
      fitted.advanced(byDays: settings.night.refitEveryDays) > input.snapshot.asOf
    else { return .due }
    let drift = ProfileDrift(baseline: model.baseline, tonight: scoring.counts, settings: settings.profiles)
    return drift.verdict == .refitDue ? .drift : .scheduled
  }
}
