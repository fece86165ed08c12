/// How much a manager has on its list, and got tonight.
struct Portfolio {
  private var live = 0
  private var liveRetains = 0
  private var raised = 0
  private var raisedRetains = 0

  mutating func add(_ kind: TriggerKind, isLive: Bool, isTonights: Bool) {
    if isLive { live += 1 }
    if isTonights { raised += 1 }
    guard kind == .retain else { return }
    if isLive { liveRetains += 1 }
    if isTonights { raisedRetains += 1 }
  }

  func hasRoom(_ policy: TriggerPolicy) -> Bool {
    raised < policy.maximumRaisedPerManager && live < policy.maximumLivePerManager
  }

  /// Whether one more retain call stays within the share that they may take from others.
  func hasRetainRoom(_ policy: TriggerPolicy) -> Bool {
    Double(raisedRetains + 1) <= policy.maximumRetainShare * Double(policy.maximumRaisedPerManager)
      && Double(liveRetains + 1) <= policy.maximumRetainShare * Double(policy.maximumLivePerManager)
  }
}
