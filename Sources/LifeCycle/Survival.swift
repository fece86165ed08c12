import Banking
package import Cohorts
import Features

/// How the bank's clients stay, by cohort.
package struct Survival: Sendable {
  package let lessons: Lessons
  /// By client; nil = its first day is unknown, or its life is outside the known history.
  let lives: [ObservedLife?]
  let settings: SurvivalSettings

  /// What is learned from all clients on one date.
  package struct Lessons: Codable, Sendable {
    /// By cohort.
    let curves: [SurvivalCurve]
    /// How likely each length of silence is for good.
    let silence: FinalSilence
  }

  /// By cohort.
  package var curves: [SurvivalCurve] { lessons.curves }

  /// Nil where no client's first day is known, or nobody can be seen leaving: no activity and not one closing are known.
  /// - Parameters:
  ///   - leftMonths: silence after which a client counts as gone in any case.
  ///   - historyMonths: what of the past is known where the bank has no activity.
  package init?(
    _ view: Vantage, _ cohorts: Cohorts, leftMonths: Int, historyMonths: Int, settings: SurvivalSettings, threads: Int
  ) async {
    guard view.hasActivity || view.clients.contains(where: { view.closedOn($0) != nil }) else { return nil }
    let silence = FinalSilence(view, leftMonths: leftMonths)
    let lives = await Self.lives(view, silence, horizon: historyMonths, threads: threads)
    guard lives.contains(where: { $0 != nil }) else { return nil }
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
    lessons = Lessons(curves: curves, silence: silence)
  }

  /// What was learned before, and the lives of the clients in view.
  init(_ lessons: Lessons, _ view: Vantage, historyMonths: Int, settings: SurvivalSettings, threads: Int) async {
    self.lessons = lessons
    self.settings = settings
    lives = await Self.lives(view, lessons.silence, horizon: historyMonths, threads: threads)
  }

  private static func lives(
    _ view: Vantage, _ silence: FinalSilence, horizon: Int, threads: Int
  ) async -> [ObservedLife?] {
    let pieces = chunks(of: view.clients.count)
    return await inParallel(pieces.count, threads: threads) { piece in
      view.clients[pieces[piece]].map { ObservedLife(view, client: $0, silence: silence, horizon: horizon) }
    }.flatMap(\.self)
  }

  /// How the clients of a group stay, leaning on the bank's curve.
  func curve(of clients: some Sequence<Int>) -> SurvivalCurve {
    var counts = LifeCounts()
    for client in clients { if let life = lives[client] { counts.add(life) } }
    return SurvivalCurve(counts, parent: curves[0], settings: settings)
  }
}
