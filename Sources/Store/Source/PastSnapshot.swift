import Banking

/// The bank at an earlier date while it is rebuilt from rows known later: what came after the date is taken out, and
/// what ended after it has not ended.
struct PastSnapshot: Sendable {
  private let asOf: BusinessDate
  private let column: ClientColumn
  private let attributes: AttributeBuilder
  private let accounts: AccountColumn
  private let positions: [Int32]
  private let historyMonths: Int

  init(
    asOf: BusinessDate, historyMonths: Int, sample: SampleRows, catalogue: Catalogue
  ) {
    self.asOf = asOf
    var column = ClientColumn()
    var positions = [Int32](repeating: -1, count: sample.clients.count)
    for (place, client) in sample.clients.enumerated() where client.openedOn.map({ $0 <= asOf }) ?? true {
      positions[place] = Int32(column.clients.count)
      column.append(client.known(on: asOf))
    }
    self.attributes = Self.attributes(sample.attributes, of: column.clients)
    self.accounts = Self.accounts(sample.accounts, of: column.clients, catalogue, asOf: asOf)
    self.positions = positions
    self.historyMonths = historyMonths
    self.column = column
  }

  /// For the months up to the date; empty as yet.
  var activity: PastActivity {
    PastActivity(
      positions: positions, clientCount: column.clients.count, last: asOf.lastCompleteMonth, months: historyMonths)
  }

  consuming func snapshot(bank: Bank, catalogue: Catalogue, _ activity: consuming PastActivity) -> Snapshot {
    let (clients, regions, industries, legalForms) = column.settled()
    let (starts, holdings) = HoldingColumn.joined(accounts.holdings, activity.holdings, clientCount: clients.count)
    let totals = activity.totals
    return Snapshot(
      bank: bank, asOf: asOf, catalogue: catalogue, regions: regions, industries: industries, legalForms: legalForms,
      clients: clients, attributes: attributes.table(clientCount: clients.count), holdingStarts: starts,
      holdings: holdings, spells: accounts.spells, monthsOfHistory: totals.count, monthlyIncome: totals.income,
      monthlyOperations: totals.operations)
  }

  private static func attributes(_ rows: [AttributeRow], of clients: [ClientFacts]) -> AttributeBuilder {
    var builder = AttributeBuilder()
    var cursor = ClientCursor(clients)
    for row in rows {
      guard let client = cursor.position(of: row.client) else { continue }
      builder.append(row, at: client)
    }
    return builder
  }

  private static func accounts(
    _ rows: [AccountRow], of clients: [ClientFacts], _ catalogue: Catalogue, asOf: BusinessDate
  ) -> AccountColumn {
    var column = AccountColumn(asOf: asOf)
    var cursor = ClientCursor(clients)
    for row in rows where row.openedOn.map({ $0 <= asOf }) ?? true {
      guard let client = cursor.position(of: row.client), let product = catalogue.index(of: row.product) else {
        continue
      }
      column.append(row.known(on: asOf), client: client, product: product)
    }
    return column
  }
}

extension ClientRow {
  fileprivate func known(on date: BusinessDate) -> ClientRow {
    var row = self
    if let closed = closedOn, closed > date { row.closedOn = nil }
    return row
  }
}

extension AccountRow {
  fileprivate func known(on date: BusinessDate) -> AccountRow {
    var row = self
    if let closed = closedOn, closed > date { row.closedOn = nil }
    return row
  }
}
