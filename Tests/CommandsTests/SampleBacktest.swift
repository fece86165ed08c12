import Banking
import Cohorts
import Features
import Gaps
import TestBank

@testable import Backtest

/// A back-test of one origin on three clients, one of whose products has a name that is no markup.
enum SampleBacktest {
  static func report(_ question: BacktestReport.Question = .openings) async -> BacktestReport {
    var bank = TestBank(asOf: "2026-03-31", products: ["A", "<B>&\"C\"", "D"])
    for id in 1...3 { bank.add(Int64(id), uses: [.init("A", since: "2025-01-10")]) }
    let table = FeatureTable(bank.snapshot())
    let trial = Trial(table, taken: [[0], [], [2]])
    var answers = await TrialAnswers(
      trial, probability: [0.3, 0, 0.1, 0.2, 0, 0.1, 0.4, 0, 0.1], rankers: Ranker.allCases,
      baselines: Baselines(
        table: table, cohorts: Cohorts(table, minimumMembers: 2), clusters: 2, random: SeededRandom(seed: 1)),
      threads: 1)
    answers.calibration = Calibration(trial, probability: [0.3, 0, 0.1, 0.2, 0, 0.1, 0.4, 0, 0.1])
    answers.incomes = [IncomePair(client: ClientID(1), typical: 20, low: 5, high: 30, mean: 25, real: 10)]
    let evaluation = await Evaluation(
      answers, Resampling(count: 100, random: SeededRandom(seed: 1)), threads: 1)
    let origin = BacktestReport.Origin(
      asOf: date("2026-03-31"), until: date("2026-06-30"), basis: .transitions, evaluation: evaluation)
    return BacktestReport(
      question: question, bank: table.snapshot.bank, asOf: date("2026-06-30"), horizonMonths: 3,
      catalogue: table.snapshot.catalogue, originsAsked: 2, origins: [origin], pooled: evaluation,
      productsNeverSeen: [], resamples: 100)
  }
}
