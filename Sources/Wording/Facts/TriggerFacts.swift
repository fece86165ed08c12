package import Banking
package import Triggers

/// One trigger of a manager's list: a row of `xsell.trigger` with the names a sentence needs.
package struct TriggerFacts: Sendable {
  /// A UUID in its usual spelling.
  package var identifier: String
  package var kind: Code<TriggerKind>
  package var state: Code<TriggerState>
  package var clientName: String
  package var clientNumber: String
  /// Nil where the client as a whole is meant.
  package var productName: String?
  package var priority: Double
  /// A month; nil where income is unknown. Of a client to be kept what is at stake (what it used to
  /// bring, else the average of its year), else of a client as a whole what it earns the bank now.
  package var typical: Money?
  package var expected: Money?
  /// ISO 4217.
  package var currency: String
  package var raisedOn: BusinessDate
  package var validUntil: BusinessDate
  package var snoozedUntil: BusinessDate?
  package var refusal: Code<RefusalReason>?
  /// Of a refusal: the day from which the client wants to be asked again.
  package var askOn: BusinessDate?
  /// The client's stage when the trigger was raised.
  package var stage: Code<Stage>?
  /// Of the profile the question was asked in, and how many of them hold the product.
  package var referenceMembers = 0
  package var referenceHolders = 0
  /// Share of holders that decided: theirs, or that of a wider circle where they are few.
  package var penetration: Double?
  /// Whether that many peers are an argument: what nobody has, or one of three, convinces no client, and what fewer of them have
  /// than decided is not the reason.
  package var hasTellingPeers: Bool {
    referenceHolders > 0 && referenceMembers >= 5
      && Double(referenceHolders) >= 0.75 * (penetration ?? 0) * Double(referenceMembers)
  }
  /// What is told of an offer where its peers are no argument; nil where so few hold it that a pinned profile decided.
  package var decidingShare: Double? {
    kind.term == .offer ? penetration.flatMap { $0 >= 0.1 ? $0 : nil } : nil
  }
  /// Name of that profile.
  package var profileName: String?
  /// A month, below and above `typical`.
  package var low: Money?
  package var high: Money?
  /// Names of what a new client is to be set up with, best first.
  package var products: [String] = []
  /// Month (`2026-03`) or day its reason goes back to; of `renew` the day of the maturity.
  package var since: String?
  /// Of a renewal: accounts of the product that mature that day, of so many that are open.
  package var maturing: (accounts: Int, open: Int)?
  /// Share by which what the client brings (or does) fell.
  package var fellBy: Double?
  /// Name of the product that most of that comes from.
  package var fallen: String?
  /// The day it ended; nil = it is held still.
  package var endedOn: String?
  /// What fell.
  package var measure: Code<FallenMeasure>?
  /// Whether months were compared as if each had been an average one of the bank, so that amounts are not those of any month.
  package var isWithoutSeason = false
  /// A month, before it fell, or before the client went.
  package var former: Money?
  /// What is left of `former`: the client's income over a longer time would not show the fall.
  package var left: Money? { former.flatMap { Money(estimate: $0.estimate * (1 - (fellBy ?? 0))) } }
  /// The last day on which it waits for an answer; none once a manager has taken it on, unless something matures.
  package var answeredBy: BusinessDate? { state.term == .accepted && kind.term != .renew ? nil : validUntil }
  /// As it is told: what is left is never rounded to nothing, and what costs the bank by now has not fallen by more than all.
  var fallenShare: Double? { fellBy.flatMap { $0 > 0 ? $0 < 1 ? min($0, 0.99) : 1 : nil } }
  /// The call that it is a part of.
  package var conversation = ""
  package var lastAnswer: LastAnswerFacts?
  package var factors: PriorityFacts?
  package var qualification: [QualificationFacts] = []

  package init(
    identifier: String, kind: Code<TriggerKind>, state: Code<TriggerState>, clientName: String, clientNumber: String,
    productName: String?, priority: Double, currency: String, raisedOn: BusinessDate, validUntil: BusinessDate
  ) {
    self.identifier = identifier
    self.kind = kind
    self.state = state
    self.clientName = clientName
    self.clientNumber = clientNumber
    self.productName = productName
    self.priority = priority
    self.currency = currency
    self.raisedOn = raisedOn
    self.validUntil = validUntil
  }
}
