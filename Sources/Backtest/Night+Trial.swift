import Banking
import Features
import Gaps
import IdealProfiles
import Nightly

extension Night {
  /// What the night ranks by, client-major: the very probabilities that it would publish; NaN where the product is held.
  func probabilities(threads: Int) async -> [Float] {
    let products = table.productCount
    let pieces = chunks(of: table.clientCount, size: 512)
    return await inParallel(pieces.count, threads: threads) { piece in
      var part = [Float](repeating: .nan, count: pieces[piece].count * products)
      for client in pieces[piece] {
        for offer in recommender.recommendations(of: client) where offer.kind == .missing {
          part[(client - pieces[piece].lowerBound) * products + offer.product] = offer.probability
        }
      }
      return part
    }.flatMap(\.self)
  }

  /// Every ranker's answers to the trial.
  func answers(to trial: Trial, rankers: [Ranker], threads: Int) async -> TrialAnswers {
    let probability = await probabilities(threads: threads)
    let baselines = Baselines(
      table: table, cohorts: cohorts, clusters: ideals.scoring.profileCount,
      random: settings.backtestRandom.stream(1))
    var answers = await TrialAnswers(
      trial, probability: probability, rankers: rankers, baselines: baselines, threads: threads)
    answers.calibration = Calibration(trial, probability: probability)
    return answers
  }
}
