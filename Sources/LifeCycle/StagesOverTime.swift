import Banking
import Features

/// The stages as they would have been said at past month ends, but for what of a fall ended by itself (`EndedIncome`), of which
/// only tonight is known: each leaning on the one before, so that the bank's own
/// past can teach what a stage means.
package struct StagesOverTime: Sendable {
  /// Oldest first; the last is of the last complete month.
  package let monthEnds: [StagedClients]

  /// So many months and the last one, as far as each has six months of history before it: fewer give no level.
  package init(_ tonight: Vantage, months: Int, settings: StageSettings, threads: Int) async {
    let views = stride(from: min(months, tonight.months - 6), through: 0, by: -1).map { tonight.earlier(by: $0) }
    let norms = await inParallel(views.count, threads: threads) { StageNorms(views[$0], settings: settings) }
    let pieces = chunks(of: tonight.clients.count, size: 512)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      Self.stages(tonight.clients[pieces[piece]], views, norms, settings)
    }
    monthEnds = views.indices.map { end in StagedClients(views[end], norms[end], parts.flatMap { $0[end] }) }
  }

  /// By month end: the stages of those of the clients that were there.
  private static func stages(
    _ clients: ArraySlice<Int>, _ views: [Vantage], _ norms: [StageNorms], _ settings: StageSettings
  ) -> [[StageAssessment?]] {
    var previous: [Int: Stage] = [:]
    return zip(views, norms).map { view, norms in
      let there = clients.filter { view.isThere($0) }
      let stages = StagedClients.stages(there[...], view, norms, settings) { previous[$0] }
      for (client, stage) in zip(there, stages) { previous[client] = stage?.stage }
      return stages
    }
  }
}
