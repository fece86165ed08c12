package import Banking

/// A trigger to be created, open.
package struct RaisedTrigger: Sendable, Hashable {
  package let id: TriggerID
  package let conversation: ConversationID
  /// Position among the input's clients, and of the candidate among that client's.
  package let clientIndex: Int
  package let candidateIndex: Int
  package let client: ClientID
  package let desk: Desk
  package let kind: TriggerKind
  package let product: ProductCode?
  package let cycle: Int
  package let factors: PriorityFactors
  /// nil = income unknown at this bank.
  package let expectedIncome: Money?
  package let raisedOn: BusinessDate
  /// The maturity it is about; only of `renew`.
  package let dueOn: BusinessDate?
  package let validUntil: BusinessDate

  package var priority: Double { factors.priority }
}
