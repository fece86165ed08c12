package import Banking

/// The stages as they would have been said at past month ends, each leaning on the one before, so that the bank's own
/// past can teach what a stage means.
package struct StagesOverTime: Sendable {
  /// Oldest first; the last is of the last complete month.
  package let monthEnds: [StagedClients]

  /// So many months and the last one, as far as each has six months of history before it: fewer give no level.
  package init(_ tonight: Vantage, months: Int, settings: StageSettings) {
    var previous = [Stage?](repeating: nil, count: tonight.snapshot.clients.count)
    var monthEnds: [StagedClients] = []
    for back in stride(from: min(months, tonight.months - 6), through: 0, by: -1) {
      let staged = StagedClients(tonight.earlier(by: back), settings: settings) { previous[$0] }
      for (client, stage) in zip(staged.view.clients, staged.stages) { previous[client] = stage?.stage }
      monthEnds.append(staged)
    }
    self.monthEnds = monthEnds
  }
}
