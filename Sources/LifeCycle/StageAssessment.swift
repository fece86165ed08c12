package import Banking

/// A client's stage and the facts it rests on, so that a sentence can say what changed, by how much and since when.
package struct StageAssessment: Sendable, Hashable {
  package var stage: Stage
  /// The change that decided, or that would have: of the measure that fell most, else of income. nil = no trend known.
  package var change: LevelChange?
  /// Complete months without income or operations up to the last one; nil = no activity history at this bank, or never
  /// active within it.
  package var silentMonths: Int?
  /// The month the stage's reason goes back to: first month of the fall or rise, of silence or of the return, or the
  /// month of closing. nil where the stage has none (onboarding, plateau) or it cannot be dated.
  package var since: Month?

  package init(stage: Stage, change: LevelChange? = nil, silentMonths: Int? = nil, since: Month? = nil) {
    self.stage = stage
    self.change = change
    self.silentMonths = silentMonths
    self.since = since
  }

  /// By what share the deciding measure fell (0–1); nil where nothing fell.
  package var fellBy: Double? { change.flatMap { $0.share < 0 ? -$0.share : nil } }
}
