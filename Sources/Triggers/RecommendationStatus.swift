package import Banking

/// What became of a candidate tonight, with the fact behind it. Products are positions in the catalogue.
package enum RecommendationStatus: Sendable, Hashable {
  /// A trigger on it is live, raised tonight or earlier: the same as long as it lives, so that the client's row need not
  /// be written every night.
  case offered
  /// A trigger of another kind has the subject.
  case alreadyOpen
  case ineligible(Ineligibility)
  case suppressed(Suppression)
  case belowThreshold(Threshold)
  /// A trigger on it ended not long ago; free again on the date.
  case coolingDown(until: BusinessDate)
  case controlGroup
  case contactLimit(ContactLimit)
  case capacity

  /// May not be called about it.
  package enum Ineligibility: Sendable, Hashable {
    case clientLeft, contactNotAllowed, notSellable, neverOffered, turnoverTooLow
    /// The client lacks a product that must be held first; nil = one that is not in the catalogue.
    case prerequisiteMissing(Int16?)
    /// The client holds a product that excludes it.
    case excludedBy(Int16)
    /// A missing product that is held, or a dormant or under-used one that is not.
    case holdingContradicts
  }

  /// Makes no sense now.
  package enum Suppression: Sendable, Hashable {
    case stage(Stage)
    /// A retain call goes first.
    case retain
    /// A candidate about a client whose stage is unknown.
    case stageUnknown
    /// Too early after its reason began, too late, or this step has been taken.
    case notDue
  }

  /// Which of the limits on calls leaves no room for it.
  package enum ContactLimit: Sendable, Hashable {
    /// The client has, or lately had, as many conversations as it may have.
    case client
    /// The client's conversation has as many subjects as fit into a call, whether there is room for it or not.
    case subjects
  }

  /// Which of the policy's minima it misses.
  package enum Threshold: Sendable, Hashable {
    case noGap, probability, expectedIncome
  }

  /// Whether it stays as it is on any date, and with any number of triggers elsewhere, as long as the client has none and what is
  /// known of it, the catalogue and the policy stay the same.
  /// - Parameter isDated: whether the candidate has a window, after which it is no longer due.
  func isIdle(isDated: Bool) -> Bool {
    switch self {
    case .ineligible, .suppressed(.stage), .suppressed(.stageUnknown), .belowThreshold: true
    case .controlGroup: !isDated
    case .offered, .alreadyOpen, .suppressed(.retain), .suppressed(.notDue), .coolingDown, .contactLimit, .capacity:
      false
    }
  }

  /// The word of the output contract.
  package var word: String {
    switch self {
    case .offered: "offered"
    case .alreadyOpen: "already_open"
    case .ineligible: "ineligible"
    case .suppressed: "suppressed"
    case .belowThreshold: "below_threshold"
    case .coolingDown: "cooling_down"
    case .controlGroup: "control_group"
    case .contactLimit: "contact_limit"
    case .capacity: "capacity"
    }
  }

  /// The word of the fact behind it; nil where the status says it all.
  package var fact: String? {
    switch self {
    case .offered, .alreadyOpen, .coolingDown, .controlGroup, .contactLimit(.client), .capacity: nil
    case .contactLimit(.subjects): "subjects"
    case .ineligible(let why): why.word
    case .suppressed(.stage(let stage)): stage.rawValue
    case .suppressed(.retain): "retain"
    case .suppressed(.stageUnknown): "stage_unknown"
    case .suppressed(.notDue): "not_due"
    case .belowThreshold(.noGap): "no_gap"
    case .belowThreshold(.probability): "probability"
    case .belowThreshold(.expectedIncome): "expected_income"
    }
  }

  /// The product the fact speaks of: the missing prerequisite or the excluding one.
  package var relatedProduct: Int16? {
    switch self {
    case .ineligible(.prerequisiteMissing(let product)): product
    case .ineligible(.excludedBy(let product)): product
    default: nil
    }
  }
}

extension RecommendationStatus.Ineligibility {
  package var word: String {
    switch self {
    case .clientLeft: "client_left"
    case .contactNotAllowed: "contact_not_allowed"
    case .notSellable: "not_sellable"
    case .neverOffered: "never_offered"
    case .turnoverTooLow: "turnover_too_low"
    case .prerequisiteMissing: "prerequisite_missing"
    case .excludedBy: "excluded_by"
    case .holdingContradicts: "holding_contradicts"
    }
  }
}
