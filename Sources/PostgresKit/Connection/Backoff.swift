/// Growing pauses between attempts, without chance: the same every time.
package struct Backoff: Hashable, Sendable {
  package var first: Duration = .milliseconds(200)
  package var factor = 2.0
  package var longest: Duration = .seconds(10)

  package init(first: Duration = .milliseconds(200), factor: Double = 2, longest: Duration = .seconds(10)) {
    self.first = first
    self.factor = factor
    self.longest = longest
  }

  /// The pause after the given failed attempt, counted from 1.
  package func pause(after attempt: Int) -> Duration {
    var pause = first
    for _ in 1..<max(attempt, 1) where pause < longest { pause = .seconds(factor * (pause / .seconds(1))) }
    return min(pause, longest)
  }
}
