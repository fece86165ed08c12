/// Times the steps of a night, for whoever runs it; decides no result.
package actor NightWatch {
  /// How long a step took.
  package struct Lap: Sendable {
    package let step: NightStep
    package let seconds: Double
  }

  private let now: @Sendable () -> ContinuousClock.Instant
  private var current: (step: NightStep, since: ContinuousClock.Instant)?
  private var finished: [Lap] = []

  /// - Parameter now: a clock that nobody sets, so that no step takes less than no time.
  init(now: @escaping @Sendable () -> ContinuousClock.Instant) { self.now = now }

  func begin(_ step: NightStep) {
    stop()
    current = (step, now())
  }

  /// Every step so far, the one under way as far as it has come.
  func laps() -> [Lap] {
    stop()
    return finished
  }

  /// The step under way goes on, and adds to its lap.
  private func stop() {
    guard let (step, since) = current else { return }
    let now = now()
    let seconds = (now - since) / .seconds(1)
    // A night that reads a second time goes through its first steps again.
    if let place = finished.firstIndex(where: { $0.step == step }) {
      finished[place] = Lap(step: step, seconds: finished[place].seconds + seconds)
    } else {
      finished.append(Lap(step: step, seconds: seconds))
    }
    current = (step, now)
  }
}
