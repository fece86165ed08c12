package import Banking

/// Everything that is known of one client.
package struct ClientPage: Sendable {
  package let bank: BankRow
  package let id: ClientID
  package let number: String
  package let name: String
  package let region: String?
  package let industry: String?
  package let managerName: String?
  /// Nil where the client is not in the last publication, or nothing has been published.
  package let card: ClientCardRow?
  /// Total income of the last complete months, at most 12, oldest first and without a hole; empty where none is known.
  package let incomeHistory: [Money]
  /// Ranked ones first, then the others in order of code.
  package let products: [ClientProduct]

  init?(_ rows: some Collection<ClientPageRow>) {
    guard let first = rows.first else { return nil }
    bank = first.bank
    id = first.client
    number = first.number
    name = first.name
    region = first.region
    industry = first.industry
    managerName = first.managerName
    card = first.card
    incomeHistory = first.bank.asOf.map { Self.history(first.incomes, upTo: $0.lastCompleteMonth) } ?? []
    products = rows.compactMap(\.product)
  }

  /// A month without a row is zero, but months before the first one are not the client's.
  private static func history(_ incomes: [Month: Money], upTo last: Month) -> [Money] {
    guard var month = incomes.keys.min() else { return [] }
    var history: [Money] = []
    while month <= last {
      history.append(incomes[month] ?? .zero)
      month = month.advanced(by: 1)
    }
    return history
  }
}
