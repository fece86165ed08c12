import Banking

/// The dirty corners of the demo bank. Single rows that break the contract are few and counted here, for any number of
/// clients; what may lawfully be unknown comes as a share.
///
/// - Accounts opened before their client, accounts closed before they were opened: altered in place.
/// - Accounts of an unknown client and months of an unknown product: added last.
/// - Clients without a region: the first so many of evenly spread clients.
/// - Managers who have left (`active` false) and still have their clients.
/// - Beyond these: names in three scripts, some with quotation marks and commas, some of 150 characters and more.
package enum DirtyRows {
  package static let accountsBeforeClient = 7
  package static let accountsClosedBeforeOpened = 5
  package static let accountsOfUnknownClient = 4
  package static let monthsOfUnknownProduct = 3
  package static let clientsWithoutRegion = 5
  package static let closedManagers = 2

  package static let shareWithoutManager = 0.01
  package static let shareWithoutTurnover = 0.12
  package static let shareWithoutContact = 0.06
  package static let shareOfUndatedAccounts = 0.01

  /// Spoils a clean pack; client ids run without a hole in the order of the rows.
  static func spoil(_ pack: inout SourcePack) {
    guard let first = pack.clients.first?.clientID.rawValue else { return }
    let dated = pack.accounts.indices.filter { pack.accounts[$0].openedOn != nil }
    for index in spread(dated.filter { pack.accounts[$0].closedOn == nil }, accountsBeforeClient) {
      let client = pack.clients[Int(pack.accounts[index].clientID.rawValue - first)]
      pack.accounts[index].openedOn = client.openedOn.advanced(byDays: -40)
    }
    for index in spread(dated.filter { pack.accounts[$0].closedOn != nil }, accountsClosedBeforeOpened) {
      pack.accounts[index].closedOn = pack.accounts[index].openedOn?.advanced(byDays: -10)
    }
    for index in spread(Array(pack.clients.indices), clientsWithoutRegion) { pack.clients[index].region = nil }
    addRows(&pack)
  }

  private static func addRows(_ pack: inout SourcePack) {
    let lastAccount = pack.accounts.last?.accountID ?? 0
    for number in 1...Int64(accountsOfUnknownClient) {
      pack.accounts.append(
        AccountRow(
          accountID: lastAccount + number, clientID: ClientID(990_000_000 + number),
          product: DemoProduct.settlement.code, openedOn: pack.clients[0].openedOn))
    }
    let months = pack.productMonths
    for index in spread(Array(months.indices), monthsOfUnknownProduct) {
      pack.productMonths.append(months[index])
      pack.productMonths[pack.productMonths.count - 1].product = ProductCode("PENSION_PLAN")
    }

  }

  /// So many of the candidates, evenly spread; fewer where there are fewer.
  private static func spread(_ candidates: [Int], _ count: Int) -> [Int] {
    (0..<min(count, candidates.count)).map { candidates[$0 * candidates.count / count] }
  }
}
