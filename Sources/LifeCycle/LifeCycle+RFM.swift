import Banking
package import Features

extension LifeCycle {
  /// Each client's segment by recency (months since the last operation), frequency (share of active months among the
  /// last 12 it could be seen in) and money (income a month); cuts are quantiles of the bank's own active clients.
  /// nil = never seen active, or a bank without activity history.
  package static func segments(_ table: FeatureTable, settings: RFMSettings = RFMSettings()) -> [RFMSegment?] {
    let scores = table.snapshot.clients.indices.map { RFMScore(table, client: $0) }
    let peers = table.snapshot.clients.indices.compactMap { table.isPeer($0) ? scores[$0] : nil }
    let cuts = RFMCuts(peers, settings: settings)
    return table.snapshot.clients.indices.map { client in
      scores[client].map {
        cuts.segment($0, tenureMonths: table.figures[client].tenureMonths, isClosed: !table.isPeer(client))
      }
    }
  }
}
