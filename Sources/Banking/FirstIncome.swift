/// What a client first brought on a product it had just taken: the plainest answer to what a new holder is worth.
package struct FirstIncome: Hashable, Sendable {
  package let client: ClientID
  /// Position in the catalogue.
  package let product: Int16
  /// First day of the time of holding.
  package let openedOn: BusinessDate
  /// Average a month with activity, of the first three months; a charge that pays for several months is spread over them. Zero
  /// where all that time passed without any.
  package let income: Money

  package init(client: ClientID, product: Int16, openedOn: BusinessDate, income: Money) {
    self.client = client
    self.product = product
    self.openedOn = openedOn
    self.income = income
  }
}
