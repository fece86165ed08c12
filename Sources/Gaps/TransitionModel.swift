import Banking
import Features
import Glibc

/// P(client opens product within the horizon | does not hold it): a level for each product, which is how fast the
/// market takes it now, and boosted trees for how this client differs from the average one.
struct TransitionModel: Sendable {
  let inputs: TransitionInputs
  let trees: [BoostedTrees]
  let market: MarketForecast

  init(
    _ inputs: TransitionInputs, trees: [BoostedTrees], outcomes: [OriginOutcome], horizon: Int, threads: Int
  ) async {
    self.inputs = inputs
    self.trees = trees
    market = MarketForecast(
      await MarketHistory(inputs.table.snapshot, threads: threads), outcomes: outcomes, horizon: horizon)
  }

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

  /// Probabilities of all clients, client-major; NaN where the product is held or the client is not there.
  func probabilities(threads: Int) async -> [Float] {
    let p = inputs.table.productCount
    let pieces = chunks(of: inputs.table.clientCount)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      var row = TransitionRow(inputs)
      var scores = [Float](repeating: .nan, count: pieces[piece].count * p)
      for client in pieces[piece] where inputs.table.isPresent(client) {
        row.turn(to: client)
        for product in 0..<p where !inputs.table.holds(client, product) {
          row.fill(product)
          scores[(client - pieces[piece].lowerBound) * p + product] = trees.answer(row.values)
        }
      }
      return scores
    }
    var scores: [Float] = []
    scores.reserveCapacity(inputs.table.clientCount * p)
    for part in parts { scores += part }
    let levels = await levels(of: scores, threads: threads)
    for index in scores.indices where !scores[index].isNaN {
      scores[index] = Float(1 / (1 + exp(-(Double(scores[index]) + levels[index % p]))))
    }
    return scores
  }

  /// By product: what brings the scores to what the market is expected to take.
  private func levels(of scores: [Float], threads: Int) async -> [Double] {
    let p = inputs.table.productCount
    return await inParallel(p, threads: threads) { product in
      let column = stride(from: product, to: scores.count, by: p).map { scores[$0] }.filter { !$0.isNaN }
      return LevelCalibration.level(column, expected: market.expectedRates[product] * Double(column.count))
    }
  }

  /// By product: the inputs that moved the log-odds most; see `AdoptionModel.reasons`.
  func reasons(_ client: Int, _ products: [Int], count: Int) -> [[AdoptionReason]] {
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
    let contributions = trees.contributions(rows, inputs: width)
    return products.indices.map { place in
      let first = place * width
      let demand = market.pace.forecast[products[place]] - market.pace.year[products[place]]
      return StrongestReasons.positions(contributions[first..<first + width] + [demand], count: count).map {
        $0 == width
          ? AdoptionReason(input: .recentDemand, value: demand, contribution: demand)
          : AdoptionReason(
            input: inputs.names[$0], value: Double(rows[first + $0]), contribution: contributions[first + $0])
      }
    }
  }
}
