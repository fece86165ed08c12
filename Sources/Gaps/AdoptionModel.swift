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
  /// What was learned; whatever else the model is made of are tonight's facts.
  package let lessons: AdoptionLessons
  /// The probabilities of everybody asked for.
  package let scores: AdoptionScores
  private let model: Model

  private enum Model: Sendable {
    case transitions(TransitionModel)
    case holding(HoldingModel)
  }

  package var basis: AdoptionBasis { lessons.basis }
  /// The openings learned from, counted at every origin that saw them; 0 on another basis than transitions.
  package var openingsLearnedFrom: Int { lessons.openingsLearnedFrom }

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
      let model = await HoldingModel.fit(tonight, settings: settings, random: random, threads: threads)
      return await AdoptionModel(model, threads: threads)
    }
    let trees = await TransitionModel.trees(outcomes, settings: settings, random: random, threads: threads)
    let inputs = await builder.build(tonight, profiles)
    let market = MarketForecast(
      await MarketHistory(tonight.snapshot, threads: threads), outcomes: outcomes, horizon: horizonMonths)
    let scores = await TransitionModel.scores(inputs, trees, threads: threads)
    let answers = await TransitionAnswers(trees, market, scores: scores, threads: threads)
    return AdoptionModel(TransitionModel(inputs: inputs, answers: answers), scores, openings: openings)
  }

  /// What was learned before, applied to tonight's clients.
  /// - Parameters:
  ///   - lessons: of the same products and labels.
  ///   - isAsked: of which clients anybody will want to know the probabilities; where holdings are the basis, all are told.
  package init(
    _ lessons: AdoptionLessons, tonight: FeatureTable, profiles: ProfileInputs? = nil,
    of isAsked: @escaping @Sendable (Int) -> Bool = { _ in true }, threads: Int
  ) async {
    switch lessons.kind {
    case .transitions(let inputs, let answers):
      let model = TransitionModel(
        inputs: TransitionInputs(tonight, inputs, profiles: profiles), answers: answers)
      let scores = await TransitionModel.scores(model.inputs, answers.trees, of: isAsked, threads: threads)
      self.init(model, scores, openings: lessons.openingsLearnedFrom)
    case .holding(let answers):
      await self.init(HoldingModel(table: tonight, answers: answers), threads: threads)
    }
  }

  /// - Parameter scores: the trees'.
  private init(_ model: TransitionModel, _ scores: consuming [Float], openings: Int) {
    lessons = AdoptionLessons(
      openingsLearnedFrom: openings, kind: .transitions(model.inputs.lessons, model.answers))
    self.scores = AdoptionScores(
      probability: model.probabilities(of: scores), productCount: model.inputs.table.productCount)
    self.model = .transitions(model)
  }

  private init(_ model: HoldingModel, threads: Int) async {
    lessons = AdoptionLessons(openingsLearnedFrom: 0, kind: .holding(model.answers))
    scores = AdoptionScores(
      probability: await model.probabilities(threads: threads), productCount: model.table.productCount)
    self.model = .holding(model)
  }

  /// By product asked for, the inputs that moved the log-odds, in no order that says anything. True to the model: the contributions
  /// add up to what sets this client apart.
  package func reasons(client: Int, products: [Int]) -> [[AdoptionReason]] {
    let all =
      switch model {
      case .transitions(let model): model.reasons(client, products)
      case .holding(let model): products.map { model.reasons(client, $0) }
      }
    return all.map { $0.filter { $0.contribution != 0 } }
  }
}
