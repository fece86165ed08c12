/// The conversations that a desk has on its list, and got lately.
struct DeskLoad {
  private var live = 0
  private var liveRetains = 0
  private var tonight = 0
  private var tonightsRetains = 0
  private var thisWeek = 0

  mutating func add(isRetain: Bool, isLive: Bool, isTonights: Bool, isThisWeeks: Bool) {
    if isLive { live += 1 }
    if isTonights { tonight += 1 }
    if isThisWeeks { thisWeek += 1 }
    guard isRetain else { return }
    if isLive { liveRetains += 1 }
    if isTonights { tonightsRetains += 1 }
  }

  /// How many more conversations tonight, the week and the list have room for.
  func room(_ policy: TriggerPolicy) -> Int {
    max(
      0,
      min(
        policy.maximumRaisedPerManager - tonight, policy.maximumRaisedPerManagerWeek - thisWeek,
        policy.maximumLivePerManager - live))
  }

  /// How many more retain calls stay within the share that they may take from others.
  func retainRoom(_ policy: TriggerPolicy) -> Int {
    max(
      0,
      min(
        Self.retains(of: policy.maximumRaisedPerManager, policy) - tonightsRetains,
        Self.retains(of: policy.maximumLivePerManager, policy) - liveRetains))
  }

  /// One at least: a share of a short list is no ban.
  private static func retains(of limit: Int, _ policy: TriggerPolicy) -> Int {
    policy.maximumRetainShare > 0 ? min(limit, max(1, Int(policy.maximumRetainShare * Double(limit)))) : 0
  }
}
