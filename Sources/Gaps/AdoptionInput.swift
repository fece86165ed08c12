/// What the adoption model looks at: the names under which a recommendation explains itself.
package enum AdoptionInput: Hashable, Sendable {
  /// How much more often the client's group opens the product than everybody (log ratio).
  case peers(PeerGrouping)
  /// The same for clients of its leave-one-out profile.
  case profileOpenings
  /// Share of the profile's reference members that hold the product (log-odds), and against the bank's share (log ratio).
  case penetration, penetrationAgainstBank
  /// How much more often holders of its products open the product (summed log ratios, damped).
  case holdingsLeadTo
  /// The same for what it opened in the last month.
  case recentOpeningsLeadTo
  /// How well the product goes with the client's other products (EASE score), and against the bank's share.
  case coOwnership, coOwnershipAgainstBank
  /// How much more often it is taken again this long after it was dropped (log ratio); months since (log).
  case takenAgain, monthsSinceDropped
  /// Log of one more than the number of products held, opened in the last 1 and 3 months.
  case productCount, openedLastMonth, openedLastQuarter
  /// Log of months since the latest opening of any product.
  case monthsSinceOpening
  /// As in `ContinuousFeature`.
  case tenure, income, size, trend, activity
  /// Log of months since any income or operation.
  case monthsSinceActive
  /// A quantity the bank knows.
  case quantity(String)
  /// The pace expected of the product against its year (log ratio): part of the level, not of the trees.
  case recentDemand
  /// Whether the client holds another product (1 or 0), by its position in the catalogue: the holding model's.
  case holds(Int)
  /// A category, by its position: the holding model's.
  case category(PeerGrouping)
}

/// One of the inputs that moved a probability.
package struct AdoptionReason: Hashable, Sendable {
  package let input: AdoptionInput
  /// What it added to the log-odds, against the average client that could open the product.
  package let contribution: Double

  package init(input: AdoptionInput, contribution: Double) {
    self.input = input
    self.contribution = contribution
  }
}
