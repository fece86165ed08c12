package import Banking
import Features

/// The stages said at one date, with what they were measured by.
package struct StagedClients: Sendable {
  package let view: Vantage
  package let norms: StageNorms
  /// By position in `view.clients`.
  package let stages: [StageAssessment?]

  /// - Parameters:
  ///   - norms: of the same months; nil = learned from the clients in view.
  ///   - previous: the stage last said of the client at a position in the snapshot, for hysteresis.
  package init(
    _ view: Vantage, norms: StageNorms? = nil, settings: StageSettings, threads: Int,
    previous: @escaping @Sendable (Int) -> Stage?
  ) async {
    let learned: StageNorms
    if let norms { learned = norms } else { learned = await StageNorms(view, settings: settings, threads: threads) }
    let pieces = chunks(of: view.clients.count)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      Self.stages(view.clients[pieces[piece]], view, learned, settings, previous)
    }
    self.init(view, learned, parts.flatMap(\.self))
  }

  init(_ view: Vantage, _ norms: StageNorms, _ stages: [StageAssessment?]) {
    self.view = view
    self.norms = norms
    self.stages = stages
  }

  /// Of some of the clients in view.
  static func stages(
    _ clients: ArraySlice<Int>, _ view: Vantage, _ norms: StageNorms, _ settings: StageSettings,
    _ previous: (Int) -> Stage?
  ) -> [StageAssessment?] {
    var settings = settings
    settings.silentMonths = max(settings.silentMonths, norms.usualSilence + 1)
    return clients.map { client in
      StageEvidence(view, client: client, norms: norms, settings: settings)
        .assessment(previous: previous(client))
    }
  }
}
