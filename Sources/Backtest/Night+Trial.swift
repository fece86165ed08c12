import Banking
import Features
import Gaps
import IdealProfiles
import Nightly
import Potential

extension Night {
  /// What the night ranks by, client-major: the very probabilities that it would publish, equal ones of a client a hair
  /// apart, so that they stay in the night's own order. NaN where the product is held.
  func probabilities(threads: Int) async -> [Float] {
    let products = table.productCount
    let pieces = chunks(of: table.clientCount, size: 512)
    return await inParallel(pieces.count, threads: threads) { piece in
      var part = [Float](repeating: .nan, count: pieces[piece].count * products)
      for client in pieces[piece] {
        var last = Float.infinity
        for offer in recommender.recommendations(of: client) where offer.kind == .missing {
          last = min(offer.probability, last.nextDown)
          part[(client - pieces[piece].lowerBound) * products + offer.product] = last
        }
      }
      return part
    }.flatMap(\.self)
  }

  /// What the night said new holders would bring, beside what they brought.
  /// - Parameter firstIncomes: of any openings, ascending by client.
  func incomes(_ trial: Trial, _ firstIncomes: [FirstIncome]) -> [IncomePair] {
    var pairs: [IncomePair] = []
    var next = 0
    for (client, facts) in table.snapshot.clients.enumerated() {
      while next < firstIncomes.count, firstIncomes[next].client < facts.id { next += 1 }
      let first = next
      while next < firstIncomes.count, firstIncomes[next].client == facts.id { next += 1 }
      let real = firstIncomes[first..<next].filter { trial.taken[client]?.contains($0.product) ?? false }
      guard !real.isEmpty else { continue }
      for offer in recommender.recommendations(of: client) where offer.kind == .missing {
        guard let estimate = offer.estimate, let one = real.first(where: { $0.product == offer.product }) else {
          continue
        }
        pairs.append(IncomePair(facts.id, said: estimate, real: one.income))
      }
    }
    return pairs
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

extension IncomePair {
  fileprivate init(_ client: ClientID, said: IncomeEstimate, real: Money) {
    self.init(
      client: client, typical: said.typical.estimate, low: said.low.estimate, high: said.high.estimate,
      mean: said.mean.estimate, real: real.estimate)
  }
}
