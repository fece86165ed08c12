/// How triggers ended that somebody could have answered: all but those that the night took back and, of kinds without
/// `countsUncalled`, those that nobody answered.
package struct ConversionCount: Sendable, Hashable {
  /// A call stands for its conversion window, or as long as it was put off: what is won is won in time.
  package var won: Int
  /// Won, refused, lost or left to expire.
  package var ended: Int

  package init(won: Int = 0, ended: Int = 0) {
    self.won = won
    self.ended = ended
  }
}
