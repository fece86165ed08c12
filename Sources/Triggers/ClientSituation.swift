package import Banking

/// What the policy needs to know of a client, whatever the product.
package struct ClientSituation: Sendable, Hashable {
  package var id: ClientID
  /// Whose call it is tonight.
  package var desk: Desk
  /// nil = cannot be said.
  package var stage: Stage?
  package var contactAllowed: Bool
  package var hasLeft: Bool
  package var annualTurnover: Money?

  package init(
    id: ClientID, desk: Desk, stage: Stage?, contactAllowed: Bool, hasLeft: Bool,
    annualTurnover: Money? = nil
  ) {
    self.id = id
    self.desk = desk
    self.stage = stage
    self.contactAllowed = contactAllowed
    self.hasLeft = hasLeft
    self.annualTurnover = annualTurnover
  }
}
