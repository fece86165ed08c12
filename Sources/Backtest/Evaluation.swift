/// The figures of one origin, or of all together.
package struct Evaluation: Sendable {
  /// Clients asked about and (client, product) pairs, counted at every origin.
  package let clients: Int
  package let pairs: Int
  /// Clients that took something, what they took, and how much of that they had held before.
  package let takers: Int
  package let taken: Int
  package let wonBack: Int
  /// xsell first.
  package let rankers: [RankerQuality]
  /// xsell's; nil where its probabilities answer another question.
  package let calibration: Calibration?
  /// Nil where no income of a new holder is known.
  package let income: IncomeAccuracy?

  package var xsell: RankerQuality { rankers[0] }
}

extension Evaluation {
  init(_ answers: TrialAnswers, _ resampling: Resampling, threads: Int) async {
    let sums = TallySums(answers.tally)
    clients = Int(sums.asked)
    pairs = Int(sums.pairs)
    takers = Int(sums.takers(.all))
    taken = Int(sums.taken)
    wonBack = Int(sums.wonBack)
    rankers = await RankerQuality.all(answers.tally, resampling, threads: threads)
    calibration = answers.calibration
    income = IncomeAccuracy(answers.incomes, resampling)
  }
}
