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
  package init(_ view: Vantage, norms: StageNorms? = nil, settings: StageSettings, previous: (Int) -> Stage?) {
    self.view = view
    self.norms = norms ?? StageNorms(view, settings: settings)
    stages = Self.stages(view.clients[...], view, self.norms, settings, previous)
  }

  /// The same on several threads.
  package init(
    _ view: Vantage, norms: StageNorms? = nil, settings: StageSettings, threads: Int,
    previous: @escaping @Sendable (Int) -> Stage?
  ) async {
    let norms = norms ?? StageNorms(view, settings: settings)
    let pieces = chunks(of: view.clients.count)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      Self.stages(view.clients[pieces[piece]], view, norms, settings, previous)
    }
    self.view = view
    self.norms = norms
    stages = parts.flatMap(\.self)
  }

  private static func stages(
    _ clients: ArraySlice<Int>, _ view: Vantage, _ norms: StageNorms, _ settings: StageSettings,
    _ previous: (Int) -> Stage?
  ) -> [StageAssessment?] {
    var settings = settings
    settings.silentMonths = max(settings.silentMonths, norms.usualSilence + 1)
    return clients.map { client in
      StageEvidence(view, client: client, movement: norms.movement, settings: settings)
        .assessment(previous: previous(client))
    }
  }
}
