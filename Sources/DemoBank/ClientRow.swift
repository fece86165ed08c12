package import Banking

/// A row of `source.client`.
package struct ClientRow: Hashable, Sendable {
  package var clientID: ClientID
  package var clientNumber: String
  package var name: String
  package var region: String?
  package var industry: String
  package var legalForm: String?
  package var managerID: Int64?
  package var openedOn: BusinessDate
  package var closedOn: BusinessDate?
  package var annualTurnover: Money?
  package var contactAllowed: Bool
  /// One flat JSON object.
  package var attributes: String?
}
