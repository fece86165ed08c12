import Gaps

extension PolicyTable {
  static let adoption: [Key] = [
    Key("adoption.minimum_openings", \.adoption.minimumOpenings, .whole(1...1_000_000, "openings")),
    Key("adoption.maximum_pairs", \.adoption.maximumPairs, .whole(100_000...10_000_000, "pairs")),
    Key("adoption.negatives_per_opening", \.adoption.negativesPerOpening, .whole(1...1000, "pairs")),
    Key("adoption.maximum_holding_clients", \.adoption.maximumHoldingClients, .whole(100...10_000_000, "clients")),
    Key("adoption.maximum_holdings", \.adoption.maximumHoldings, .whole(1000...10_000_000, "holdings")),
    Key("adoption.group_prior", \.adoption.groupPrior, .decimal(0.01...100_000, "openings")),
  ]

  static let transitionTrees: [Key] = [
    Key("adoption.transition_trees.rounds", \.adoption.transitionTrees.rounds, .whole(1...2000, "trees")),
    Key("adoption.transition_trees.learning_rate", \.adoption.transitionTrees.learningRate, .decimal(0.001...1)),
    Key("adoption.transition_trees.maximum_leaves", \.adoption.transitionTrees.maximumLeaves, .whole(2...64, "leaves")),
    Key(
      "adoption.transition_trees.minimum_rows", \.adoption.transitionTrees.minimumRows, .whole(1...1_000_000, "rows")),
    Key("adoption.transition_trees.regularisation", \.adoption.transitionTrees.regularisation, .decimal(0...100_000)),
    Key("adoption.transition_trees.input_share", \.adoption.transitionTrees.inputShare, .decimal(0.01...1, "share")),
    Key("adoption.transition_trees.ensembles", \.adoption.transitionTrees.ensembles, .whole(1...20, "ensembles")),
  ]

  static let holdingTrees: [Key] = [
    Key("adoption.holding_trees.rounds", \.adoption.holdingTrees.rounds, .whole(1...2000, "trees")),
    Key("adoption.holding_trees.learning_rate", \.adoption.holdingTrees.learningRate, .decimal(0.001...1)),
    Key("adoption.holding_trees.maximum_leaves", \.adoption.holdingTrees.maximumLeaves, .whole(2...64, "leaves")),
    Key("adoption.holding_trees.minimum_rows", \.adoption.holdingTrees.minimumRows, .whole(1...1_000_000, "rows")),
    Key("adoption.holding_trees.regularisation", \.adoption.holdingTrees.regularisation, .decimal(0...100_000)),
    Key("adoption.holding_trees.input_share", \.adoption.holdingTrees.inputShare, .decimal(0.01...1, "share")),
    Key("adoption.holding_trees.ensembles", \.adoption.holdingTrees.ensembles, .whole(1...20, "ensembles")),
  ]
}
