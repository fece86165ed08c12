package import Banking

/// What the policy needs to know of a client, whatever the product.
package struct ClientSituation: Sendable, Hashable {
  package var id: ClientID
  package var manager: ManagerID?
  /// nil = cannot be said.
  package var stage: Stage?
  package var contactAllowed: Bool
  package var hasLeft: Bool
  package var annualTurnover: Money?

  package init(
    id: ClientID, manager: ManagerID?, stage: Stage?, contactAllowed: Bool, hasLeft: Bool,
    annualTurnover: Money? = nil
  ) {
    self.id = id
    self.manager = manager
    self.stage = stage
    self.contactAllowed = contactAllowed
    self.hasLeft = hasLeft
    self.annualTurnover = annualTurnover
  }
}
