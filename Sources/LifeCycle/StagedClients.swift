package import Banking

/// The stages said at one date, with what they were measured by.
package struct StagedClients: Sendable {
  package let view: Vantage
  package let norms: StageNorms
  /// By position in `view.clients`.
  package let stages: [StageAssessment?]

  /// - Parameters:
  ///   - norms: of the same months; nil = learned from the clients in view.
  ///   - previous: the stage last said of the client at a position in the snapshot, for hysteresis.
  package init(_ view: Vantage, norms: StageNorms? = nil, settings: StageSettings, previous: (Int) -> Stage?) {
    let norms = norms ?? StageNorms(view, settings: settings)
    var settings = settings
    settings.silentMonths = max(settings.silentMonths, norms.usualSilence + 1)
    self.view = view
    self.norms = norms
    stages = view.clients.map { client in
      StageEvidence(view, client: client, movement: norms.movement, settings: settings)
        .assessment(previous: previous(client))
    }
  }
}
