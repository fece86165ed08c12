import Banking
package import Cohorts
package import Features

extension LifeCycle {
  /// Each client's segment by recency (months since the last operation), frequency (share of active months among the
  /// last 12 it could be seen in) and money (income a month); cuts are quantiles of the active clients of its cohort.
  /// nil = never seen active, or a bank without activity history.
  package static func segments(
    _ table: FeatureTable, _ cohorts: Cohorts, cuts: [RFMCuts], settings: RFMSettings = RFMSettings()
  ) -> [RFMSegment?] {
    table.snapshot.clients.indices.map { client in
      RFMScore(table, client: client).map {
        cuts[Int(cohorts.ofClient[client])].segment(
          $0, tenureMonths: table.figures[client].tenureMonths, isClosed: !table.isPeer(client), settings: settings)
      }
    }
  }

  /// By cohort: where its active clients are parted.
  package static func cuts(
    _ table: FeatureTable, _ cohorts: Cohorts, settings: RFMSettings = RFMSettings()
  ) -> [RFMCuts] {
    var peers = [[RFMScore]](repeating: [], count: cohorts.all.count)
    for client in table.snapshot.clients.indices where table.isPeer(client) {
      if let score = RFMScore(table, client: client) { peers[Int(cohorts.ofClient[client])].append(score) }
    }
    return cuts(peers, cohorts, settings: settings)
  }

  /// By cohort: its own cuts, or those of the wider one where too few of its clients are active.
  /// - Parameter peers: by the cohort that is each client's own.
  private static func cuts(_ peers: [[RFMScore]], _ cohorts: Cohorts, settings: RFMSettings) -> [RFMCuts] {
    var peers = peers
    // Children stand after their parents.
    for cohort in cohorts.all.indices.reversed() {
      if let parent = cohorts.all[cohort].parent { peers[parent] += peers[cohort] }
    }
    var cuts: [RFMCuts] = []
    for (cohort, scores) in zip(cohorts.all, peers) {
      let active = scores.filter { $0.monthsSinceLast < settings.lostMonths }
      if let parent = cohort.parent, active.count < settings.minimumActive {
        cuts.append(cuts[parent])
      } else {
        cuts.append(RFMCuts(active, settings: settings))
      }
    }
    return cuts
  }
}
