package import Banking

/// Why a product is, or is not, offered.
extension English {
  package func cell(_ status: OfferStatus) -> String {
    switch status {
    case .offered: "offered"
    case .alreadyOpen: "already open"
    case .ineligible: "not allowed"
    case .suppressed: "not now"
    case .belowThreshold: "below threshold"
    case .coolingDown: "cooling down"
    // Managers must not know whom the effect is measured by: they would call or spare them.
    case .controlGroup: "no call planned"
    case .contactLimit: "contact limit"
    case .capacity: "list is full"
    case .held: "in use"
    case .notCompared: "not compared yet"
    }
  }

  package func cell(_ fact: StatusFact, other: String?) -> String {
    switch fact {
    case .clientLeft: "client left"
    case .contactNotAllowed: "no contact allowed"
    case .notSellable: "not on sale"
    case .neverOffered: "never offered"
    case .turnoverTooLow: "turnover too low"
    case .prerequisiteMissing: other.map { "needs \($0)" } ?? "prerequisite missing"
    case .excludedBy: other.map { "excluded by \($0)" } ?? "excluded"
    case .holdingContradicts: "holding unclear"
    case .retain: "keep the client first"
    case .stageUnknown: "stage unknown"
    case .notDue: "not due"
    case .subjects: "call is full"
    case .noGap: "not typical"
    case .probability: "chance too low"
    case .expectedIncome: "worth too little"
    }
  }

  package func cell(suppressedAt stage: Stage) -> String { "stage: \(name(stage))" }

  package func sentence(_ status: OfferStatus, product: String) -> String {
    switch status {
    case .offered: "\(product) is offered: it is on the manager's list."
    case .alreadyOpen: "Not offered again: a conversation about \(product) is open already."
    case .ineligible: "Not offered: the rules of \(product) do not allow it for this client."
    case .suppressed: "Not offered: this is not the time to offer \(product) to this client."
    case .belowThreshold: "Not offered: \(product) misses one of the policy's minima."
    case .coolingDown: "Not offered: a conversation about \(product) ended not long ago."
    case .controlGroup: "Not offered: no call to this client is planned for now."
    case .contactLimit: "Not offered: the client has, or lately had, as many conversations as the policy allows."
    case .capacity: "Not offered: better calls take all the room that the policy gives a manager."
    case .held: "Not offered: the client holds \(product)."
    case .notCompared: "Not offered: \(product) came after the last night and has not been compared yet."
    }
  }

  package func sentence(_ fact: StatusFact, product: String, other: String?) -> String {
    switch fact {
    case .clientLeft: "Not offered: the client has left the bank."
    case .contactNotAllowed: "Not offered: the client does not allow contact."
    case .notSellable: "Not offered: \(product) is not on sale today."
    case .neverOffered: "Not offered: the policy never offers \(product)."
    case .turnoverTooLow: "Not offered: the client's turnover is below what the policy asks for \(product)."
    case .prerequisiteMissing: "Not offered: \(product) needs \(other ?? "another product"), which the client lacks."
    case .excludedBy: "Not offered: \(product) cannot be held together with \(other ?? "what the client holds")."
    case .holdingContradicts:
      "Not offered: the bank's data contradict themselves on whether the client holds \(product)."
    case .retain: "Not offered: the client is to be kept first, and that comes before any offer."
    case .stageUnknown: "Not offered: the client's stage of life is unknown."
    case .notDue: "Not offered: it is too early, or too late, to bring this up."
    case .subjects: "Not offered: a call has room for a few subjects only, and others go before \(product)."
    case .noGap:
      "Not offered: clients like this one do not typically use \(product), or another product takes its place."
    case .probability: "Not offered: the chance that the client takes \(product) is below the policy's minimum."
    case .expectedIncome: "Not offered: \(product) is expected to bring nothing, or less than the policy's minimum."
    }
  }

  package func sentence(suppressedAt stage: Stage, product: String) -> String {
    "Not offered: the policy makes no offers at the client's stage, which is \(name(stage))."
  }
}
