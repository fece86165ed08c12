import Banking
import Features

@testable import LifeCycle

/// What `StagedClients` says of all clients, on the thread that asks.
extension StagedClients {
  init(_ view: Vantage, settings: StageSettings = StageSettings(), previous: (Int) -> Stage? = { _ in nil }) {
    let norms = StageNorms(view, settings: settings)
    self.init(view, norms, Self.stages(view.clients[...], view, norms, settings, previous))
  }
}

extension LifeCycle {
  /// Each client's stage by position in the table; nil = it cannot be said.
  static func stages(_ table: FeatureTable, previous: [ClientID: Stage] = [:]) -> [StageAssessment?] {
    StagedClients(Vantage(table)) { previous[table.snapshot.clients[$0].id] }.stages
  }
}
