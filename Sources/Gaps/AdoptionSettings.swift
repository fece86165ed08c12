/// How the adoption model is learned. One set of defaults for every bank; chosen on inner time splits of two banks with
/// history and an inner masking of one without.
package struct AdoptionSettings: Hashable, Sendable {
  /// Openings that the past origins must show before transitions are learned from; with fewer the holding model ranks.
  package var minimumOpenings = 50
  /// (client, product) pairs learned from at most, half of them openings; beyond that they are sampled and weighted.
  package var maximumPairs = 400_000
  /// Pairs without an opening kept for each opening.
  package var negativesPerOpening = 20
  /// Clients whose holdings the holding model learns from at most.
  package var maximumHoldingClients = 20_000
  /// Holdings left out in turn at most; fewer clients are looked at where they hold many.
  package var maximumHoldings = 40_000
  package var transitionTrees = BoostingSettings(
    rounds: 60, learningRate: 0.05, maximumLeaves: 16, minimumRows: 100, regularisation: 5, inputShare: 0.8,
    ensembles: 2)
  package var holdingTrees = BoostingSettings(
    rounds: 60, learningRate: 0.08, maximumLeaves: 16, minimumRows: 20, regularisation: 5, inputShare: 1, ensembles: 1)
  /// Expected openings (pseudo-counts) a group must outweigh before its own rate is believed.
  package var groupPrior = 10.0

  package init() {}
}

/// How one ensemble of boosted trees grows.
package struct BoostingSettings: Hashable, Sendable {
  package var rounds: Int
  package var learningRate: Double
  package var maximumLeaves: Int
  /// Rows on either side of a split at least.
  package var minimumRows: Int
  /// Ridge penalty on leaf values, in units of summed curvature.
  package var regularisation: Double
  /// Share of the inputs each tree may split on.
  package var inputShare: Double
  /// Ensembles that are averaged; they differ in the inputs that their trees may split on.
  package var ensembles: Int

  package init(
    rounds: Int, learningRate: Double, maximumLeaves: Int, minimumRows: Int, regularisation: Double, inputShare: Double,
    ensembles: Int
  ) {
    self.rounds = rounds
    self.learningRate = learningRate
    self.maximumLeaves = maximumLeaves
    self.minimumRows = minimumRows
    self.regularisation = regularisation
    self.inputShare = inputShare
    self.ensembles = ensembles
  }
}
