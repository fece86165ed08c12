package import Banking
package import Features

/// Stages and segments of a bank's clients: pure functions of the snapshot.
package enum LifeCycle {
  /// Each client's stage by position in the table; nil = it cannot be said (no activity history and unknown tenure,
  /// or a history too short for a trend).
  ///
  /// `stages(previous: stages(previous: p))` equals `stages(previous: p)`: running a night again moves no one.
  /// - Parameter previous: stages of the last night, for hysteresis; clients without one must give the stronger signal.
  package static func stages(
    _ table: FeatureTable, previous: [ClientID: Stage] = [:], settings: StageSettings = StageSettings()
  ) -> [StageAssessment?] {
    StagedClients(Vantage(table), settings: settings) { previous[table.snapshot.clients[$0].id] }.stages
  }
}
