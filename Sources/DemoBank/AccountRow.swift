package import Banking

/// A row of `source.account`.
package struct AccountRow: Hashable, Sendable {
  package var accountID: Int64
  package var clientID: ClientID
  package var product: ProductCode
  package var openedOn: BusinessDate?
  package var closedOn: BusinessDate?
  package var maturesOn: BusinessDate?
}
