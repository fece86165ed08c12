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
  /// A month; nil where income is unknown. For `retain` what the client earns the bank now.
  package var typical: Money?
  package var expected: Money?
  /// ISO 4217.
  package var currency: String
  package var raisedOn: BusinessDate
  package var validUntil: BusinessDate
  package var snoozedUntil: BusinessDate?
  package var refusal: Code<RefusalReason>?
  /// The client's stage when the trigger was raised.
  package var stage: Code<Stage>?
  /// Of the profile the question was asked in, and how many of them hold the product.
  package var referenceMembers = 0
  package var referenceHolders = 0

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
