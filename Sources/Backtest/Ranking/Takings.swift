/// Which openings count: a ranker can look good on win-backs alone.
package enum Takings: Sendable, CaseIterable {
  case all
  case firstTime
  /// Held before, dropped, taken again.
  case winBack
}
