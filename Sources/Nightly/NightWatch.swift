import PostgresKit

/// Times the steps of a night, for whoever runs it; decides no result.
package actor NightWatch {
  /// How long a step took.
  package struct Lap: Sendable {
    package let step: NightStep
    package let seconds: Double
  }

  private let clock: @Sendable () -> PostgresTimestamp
  private var current: (step: NightStep, since: PostgresTimestamp)?
  private var finished: [Lap] = []

  init(clock: @escaping @Sendable () -> PostgresTimestamp) { self.clock = clock }

  func begin(_ step: NightStep) {
    stop()
    current = (step, clock())
  }

  /// Every step so far, the one under way as far as it has come.
  func laps() -> [Lap] {
    stop()
    return finished
  }

  /// The step under way goes on, and adds to its lap.
  private func stop() {
    guard let (step, since) = current else { return }
    let now = clock()
    let seconds = Double(now.microseconds - since.microseconds) / 1e6
    if finished.last?.step == step {
      finished[finished.count - 1] = Lap(step: step, seconds: finished[finished.count - 1].seconds + seconds)
    } else {
      finished.append(Lap(step: step, seconds: seconds))
    }
    current = (step, now)
  }
}
