import Banking
import Features
import Glibc

/// P(client opens product within the horizon | does not hold it): a level for each product, which is how fast the
/// market takes it now, and boosted trees for how this client differs from the average one.
struct TransitionModel: Sendable {
  let inputs: TransitionInputs
  let answers: TransitionAnswers

  /// Learns from all origins alike, each given its share of the pairs.
  static func trees(
    _ outcomes: [OriginOutcome], settings: AdoptionSettings, random: SeededRandom, threads: Int
  ) async -> [BoostedTrees] {
    var rows = TransitionRows(inputs: outcomes.first?.inputs.names.count ?? 0)
    let limit = settings.maximumPairs / max(1, outcomes.count)
    let parts = await inParallel(outcomes.count, threads: threads) {
      outcomes[$0].rows(settings, limit: limit, random: random)
    }
    for part in parts { rows.append(part) }
    return await BoostedTrees.fit(rows, settings: settings.transitionTrees, random: random, threads: threads)
  }

  /// What the trees say of the clients, client-major; NaN where the product is held, the client is not there or not asked for.
  static func scores(
    _ inputs: TransitionInputs, _ trees: [BoostedTrees], of isAsked: @escaping @Sendable (Int) -> Bool = { _ in true },
    threads: Int
  ) async -> [Float] {
    let p = inputs.table.productCount
    let pieces = chunks(of: inputs.table.clientCount)
    let cuts = TreeCuts(trees, inputs: inputs.names.count)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      var row = TransitionRow(inputs)
      var scorer = TreeScorer(cuts)
      var scores = [Float](repeating: .nan, count: pieces[piece].count * p)
      for client in pieces[piece] where inputs.table.isPresent(client) && isAsked(client) {
        row.turn(to: client)
        scorer.turn(common: row.common)
        for product in 0..<p where !inputs.table.holds(client, product) {
          row.fill(product)
          scores[(client - pieces[piece].lowerBound) * p + product] = scorer.answer(row.values)
        }
      }
      return scores
    }
    var scores: [Float] = []
    scores.reserveCapacity(inputs.table.clientCount * p)
    for part in parts { scores += part }
    return scores
  }

  /// The trees' scores, made probabilities in place.
  func probabilities(of scores: consuming [Float]) -> [Float] {
    let p = inputs.table.productCount
    for index in scores.indices where !scores[index].isNaN {
      scores[index] = Float(1 / (1 + exp(-(Double(scores[index]) + answers.levels[index % p]))))
    }
    return scores
  }

  /// See `AdoptionModel.reasons`.
  func reasons(_ client: Int, _ products: [Int]) -> [[AdoptionReason]] {
    guard !products.isEmpty else { return [] }
    var row = TransitionRow(inputs)
    row.turn(to: client)
    let width = inputs.names.count
    var rows: [Float] = []
    rows.reserveCapacity(products.count * width)
    for product in products {
      row.fill(product)
      rows += row.values
    }
    let contributions = answers.trees.contributions(rows, inputs: width)
    return products.indices.map { place in
      let first = place * width
      return inputs.names.indices.map {
        AdoptionReason(input: inputs.names[$0], contribution: contributions[first + $0])
      } + [AdoptionReason(input: .recentDemand, contribution: answers.demand[products[place]])]
    }
  }
}

/// What is learned of all clients' openings together: how one client differs from the average, and how fast the market
/// takes each product.
struct TransitionAnswers: Codable, Sendable {
  let trees: [BoostedTrees]
  /// By product: what brings the trees' scores to what the market is expected to take.
  let levels: [Double]
  /// By product: the market's pace within the horizon against its year, log ratio.
  let demand: [Double]

  /// - Parameter scores: the trees' of all clients, client-major.
  init(_ trees: [BoostedTrees], _ market: MarketForecast, scores: [Float], threads: Int) async {
    self.trees = trees
    let p = market.expectedRates.count
    levels = await inParallel(p, threads: threads) { product in
      let column = stride(from: product, to: scores.count, by: p).map { scores[$0] }.filter { !$0.isNaN }
      return LevelCalibration.level(column, expected: market.expectedRates[product] * Double(column.count))
    }
    demand = zip(market.pace.forecast, market.pace.year).map { $0 - $1 }
  }
}
