import Banking
import Testing

@testable import Backtest

@Suite struct OrderOfClientsTests {
  @Test("In whatever order a bank's clients are met, every figure and interval is the same")
  func order() async {
    var results: [[[Measure: Estimate]]] = []
    for order: [Int64] in [[1, 2, 3, 4, 5], [4, 2, 5, 1, 3]] {
      let table = SmallBank.table(order: order)
      let trial = SmallBank.trial(table)
      let answers = await TrialAnswers(
        trial, probability: (0..<20).map { Float($0 % 7) / 10 }, rankers: Ranker.allCases,
        baselines: SmallBank.baselines(table), threads: 1)
      let evaluation = await Evaluation(
        answers, Resampling(count: 40, random: SeededRandom(seed: 1)), threads: 1)
      results.append(evaluation.rankers.map(\.figures))
    }
    #expect(results[0] == results[1])
  }
}
