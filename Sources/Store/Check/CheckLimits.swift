/// When findings stop a night.
package struct CheckLimits: Sendable {
  /// Share (0–1) of a relation's rows that may be set aside before that is an error.
  package var quarantineShare: Double
  /// Share (0–1) of the clients of the last published run whose loss is a warning …
  package var shrinkWarning: Double
  /// … and an error.
  package var shrinkError: Double
  /// Whether a missing or wrong load note is an error rather than a warning.
  package var requireLoadNote: Bool

  package init(
    quarantineShare: Double = 0.01, shrinkWarning: Double = 0.1, shrinkError: Double = 0.5,
    requireLoadNote: Bool = false
  ) {
    self.quarantineShare = quarantineShare
    self.shrinkWarning = shrinkWarning
    self.shrinkError = shrinkError
    self.requireLoadNote = requireLoadNote
  }
}
