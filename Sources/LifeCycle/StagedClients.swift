package import Banking

/// The stages said at one date, with what they were measured by.
package struct StagedClients: Sendable {
  package let view: Vantage
  let movement: BankMovement
  /// By position in `view.clients`.
  package let stages: [StageAssessment?]

  /// - Parameter previous: the stage last said of the client at a position in the snapshot, for hysteresis.
  package init(_ view: Vantage, settings: StageSettings, previous: (Int) -> Stage?) {
    var settings = settings
    settings.silentMonths = max(
      settings.silentMonths, UsualSilence.months(view, quantile: settings.silenceQuantile) + 1)
    let movement = BankMovement(view, minimumPeers: settings.minimumPeers)
    self.view = view
    self.movement = movement
    stages = view.clients.map { client in
      StageEvidence(view, client: client, movement: movement, settings: settings)
        .assessment(previous: previous(client))
    }
  }
}
