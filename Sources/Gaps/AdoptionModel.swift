package import Banking
package import Features

/// What was known at a past origin, read by the same code as tonight's: all clients or a sample of them.
package struct TrainingOrigin: Sendable {
  package let then: FeatureTable
  package let profiles: ProfileInputs?

  package init(_ then: FeatureTable, profiles: ProfileInputs? = nil) {
    self.then = then
    self.profiles = profiles
  }
}

/// The chance that a client opens a product within the horizon, given that it does not hold it: what ranks
/// recommendations. Learned from what the bank's own clients opened after past origins; where there is no such history,
/// from which products are held together (`basis`).
package struct AdoptionModel: Sendable {
  package let basis: AdoptionBasis
  /// The openings learned from, counted at every origin that saw them; 0 on another basis than transitions.
  package let openingsLearnedFrom: Int
  private let table: FeatureTable
  private let model: Model

  private enum Model: Sendable {
    case transitions(TransitionModel)
    case holding(HoldingModel)
  }

  /// - Parameters:
  ///   - origins: at the dates that `AdoptionOrigins.choose` names, in any order; what followed each is read from
  ///     tonight's spells, and an origin less than a month old is of no use and ignored.
  ///   - horizonMonths: 1 or more.
  package static func fit(
    tonight: FeatureTable, origins: [TrainingOrigin], horizonMonths: Int, profiles: ProfileInputs? = nil,
    settings: AdoptionSettings = AdoptionSettings(), random: SeededRandom, threads: Int
  ) async -> AdoptionModel {
    let builder = InputsBuilder(tonight.snapshot, prior: settings.groupPrior, threads: threads)
    let latestFirst = origins.sorted { $0.then.snapshot.asOf > $1.then.snapshot.asOf }
    let outcomes = await inParallel(latestFirst.count, threads: threads) { origin in
      let then = await builder.build(latestFirst[origin].then, latestFirst[origin].profiles)
      return OriginOutcome(then, tonight: tonight.snapshot, horizon: horizonMonths)
    }.filter { $0.monthsSeen > 0 }
    let openings = outcomes.map(\.total).reduce(0, +)
    guard openings >= settings.minimumOpenings else {
      return await holding(tonight, settings: settings, random: random, threads: threads)
    }
    let trees = await TransitionModel.trees(outcomes, settings: settings, random: random, threads: threads)
    let model = await TransitionModel(
      builder.build(tonight, profiles), trees: trees, outcomes: outcomes, horizon: horizonMonths, threads: threads)
    return AdoptionModel(
      basis: .transitions, openingsLearnedFrom: openings, table: tonight, model: .transitions(model))
  }

  private static func holding(
    _ table: FeatureTable, settings: AdoptionSettings, random: SeededRandom, threads: Int
  ) async -> AdoptionModel {
    let model = await HoldingModel.fit(table, settings: settings, random: random, threads: threads)
    return AdoptionModel(
      basis: model.hasTrees ? .holding : .penetration, openingsLearnedFrom: 0, table: table, model: .holding(model))
  }

  /// Everybody's probabilities.
  package func scores(threads: Int) async -> AdoptionScores {
    let probabilities =
      switch model {
      case .transitions(let model): await model.probabilities(threads: threads)
      case .holding(let model): await model.probabilities(threads: threads)
      }
    return AdoptionScores(probability: probabilities, productCount: table.productCount)
  }

  /// The inputs that moved the log-odds most, strongest first; none that did not move it. True to the model: the
  /// contributions of all inputs add up to what sets this client apart.
  package func reasons(client: Int, product: Int, count: Int = 3) -> [AdoptionReason] {
    reasons(client: client, products: [product], count: count)[0]
  }

  /// The same for several products of one client.
  package func reasons(client: Int, products: [Int], count: Int) -> [[AdoptionReason]] {
    switch model {
    case .transitions(let model): model.reasons(client, products, count: count)
    case .holding(let model):
      products.map { product in
        let reasons = model.reasons(client, product)
        return StrongestReasons.positions(reasons.map(\.contribution)[...], count: count).map { reasons[$0] }
      }
    }
  }
}
