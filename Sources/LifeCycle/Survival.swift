package import Banking
package import Cohorts
package import Features

/// How the bank's clients stay, by cohort.
package struct Survival: Sendable {
  /// By cohort.
  package let curves: [SurvivalCurve]
  /// By client; nil = its first day is unknown, or its life is outside the known history.
  let lives: [ObservedLife?]
  /// How likely each length of silence is for good.
  let silence: FinalSilence
  let settings: SurvivalSettings

  /// Nil where no client's first day is known, or nobody can be seen leaving: no activity and not one closing are known.
  /// - Parameters:
  ///   - leftMonths: silence after which a client counts as gone in any case.
  ///   - historyMonths: what of the past is known where the bank has no activity.
  package init?(
    _ view: Vantage, _ cohorts: Cohorts, leftMonths: Int, historyMonths: Int, settings: SurvivalSettings
  ) {
    guard view.hasActivity || view.clients.contains(where: { view.closedOn($0) != nil }) else { return nil }
    let silence = FinalSilence(view, leftMonths: leftMonths)
    let lives = view.clients.map { ObservedLife(view, client: $0, silence: silence, horizon: historyMonths) }
    guard lives.contains(where: { $0 != nil }) else { return nil }
    self.silence = silence
    self.settings = settings
    self.lives = lives
    var counts = [LifeCounts](repeating: LifeCounts(), count: cohorts.all.count)
    for (client, life) in lives.enumerated() {
      if let life { counts[Int(cohorts.ofClient[client])].add(life) }
    }
    // Children stand after their parents.
    for cohort in cohorts.all.indices.reversed() {
      if let parent = cohorts.all[cohort].parent { counts[parent] += counts[cohort] }
    }
    var curves: [SurvivalCurve] = []
    for (cohort, counts) in zip(cohorts.all, counts) {
      curves.append(SurvivalCurve(counts, parent: cohort.parent.map { curves[$0] }, settings: settings))
    }
    self.curves = curves
  }

  /// How the clients of a group stay, leaning on the bank's curve.
  func curve(of clients: some Sequence<Int>) -> SurvivalCurve {
    var counts = LifeCounts()
    for client in clients { if let life = lives[client] { counts.add(life) } }
    return SurvivalCurve(counts, parent: curves[0], settings: settings)
  }
}
