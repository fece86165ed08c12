import Banking
import Features
import Nightly

/// How every ranker answered at one date, or at several together; the scores themselves are not kept.
struct TrialAnswers: Sendable {
  let tally: Tally
  /// xsell's; nil where its probabilities answer another question.
  var calibration: Calibration?
  var incomes: [IncomePair] = []

  /// - Parameters:
  ///   - probability: xsell's, client-major.
  ///   - rankers: xsell first.
  init(_ trial: Trial, probability: [Float], rankers: [Ranker], baselines: Baselines, threads: Int) async {
    let columns = await inParallel(rankers.count, threads: threads) {
      Tally.column(trial, scores: baselines.scores(rankers[$0]) ?? probability)
    }
    tally = Tally(trial, rankers: rankers, columns: columns)
  }

  /// Several dates as one.
  init(pooling answers: [TrialAnswers]) {
    tally = Tally.pooled(answers.map(\.tally))
    let calibrations = answers.compactMap(\.calibration)
    calibration = calibrations.dropFirst().reduce(calibrations.first) { sum, next in sum.map { $0 + next } }
    incomes = answers.flatMap(\.incomes)
  }
}
