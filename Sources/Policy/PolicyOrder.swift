import Gaps
import IdealProfiles
import LifeCycle

/// Two settings of which one must not exceed the other, or that must have nothing in common; checked once everything is read.
struct PolicyOrder: Sendable {
  let lower: String
  let upper: String
  private let relation: String
  let isKept: @Sendable (PolicySettings) -> Bool

  /// What is wrong where it is not kept, with both values.
  func sentence(_ settings: PolicySettings) -> String {
    "expected \(named(lower, settings)) \(relation) \(named(upper, settings))"
  }

  private func named(_ path: String, _ settings: PolicySettings) -> String {
    let value = settings.values.first { $0.path == path }?.text ?? ""
    return "\(path) (\(value))"
  }

  private init<Value: Comparable & Sendable>(
    _ lower: String, _ lowerValue: any KeyPath<PolicySettings, Value> & Sendable,
    _ upper: String, _ upperValue: any KeyPath<PolicySettings, Value> & Sendable
  ) {
    self.lower = lower
    self.upper = upper
    relation = "not to exceed"
    isKept = { $0[keyPath: lowerValue] <= $0[keyPath: upperValue] }
  }

  private init<Element: Hashable & Sendable>(
    _ one: String, _ oneSet: any KeyPath<PolicySettings, Set<Element>> & Sendable,
    apartFrom other: String, _ otherSet: any KeyPath<PolicySettings, Set<Element>> & Sendable
  ) {
    lower = one
    upper = other
    relation = "to name none of"
    isKept = { $0[keyPath: oneSet].isDisjoint(with: $0[keyPath: otherSet]) }
  }

  static let all = [
    PolicyOrder(
      "check.shrink_warning_share", \.check.shrinkWarningShare, "check.shrink_error_share", \.check.shrinkErrorShare),
    PolicyOrder("profiles.drift_warning", \.profiles.driftWarning, "profiles.drift_alarm", \.profiles.driftAlarm),
    PolicyOrder("gaps.under_used_share", \.gaps.underUsedShare, "gaps.under_used_stay", \.gaps.underUsedStay),
    PolicyOrder("stages.growth_stay", \.stages.growthStay, "stages.growth_enter", \.stages.growthEnter),
    PolicyOrder("stages.decline_stay", \.stages.declineStay, "stages.decline_enter", \.stages.declineEnter),
    PolicyOrder("stages.leaving_stay", \.stages.leavingStay, "stages.leaving_enter", \.stages.leavingEnter),
    PolicyOrder("stages.decline_enter", \.stages.declineEnter, "stages.leaving_enter", \.stages.leavingEnter),
    PolicyOrder("stages.silent_months", \.stages.silentMonths, "stages.left_months", \.stages.leftMonths),
    PolicyOrder(
      "life_value.horizon_months", \.lifeValue.horizonMonths, "life_value.longest_months", \.lifeValue.longestMonths),
    // A client to be kept is sold nothing, so that what is offered at its stage never is.
    PolicyOrder(
      "triggers.offer_stages", \.triggers.offerStages, apartFrom: "triggers.retain_stages", \.triggers.retainStages),
    PolicyOrder("rfm.recent_months", \.rfm.recentMonths, "rfm.lost_months", \.rfm.lostMonths),
  ]
}
