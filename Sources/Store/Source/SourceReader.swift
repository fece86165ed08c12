package import Banking
package import PostgresKit
import Schema

/// Reads the source contract, inside a transaction that the caller holds, so that every relation is of one moment and
/// the duplicates found by the check are known (`pg_temp.duplicate_*`).
package struct SourceReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// A snapshot and the fingerprint of every row that made it.
  package func snapshot(_ scope: ReadScope, bank: Bank) async throws -> (Snapshot, InputFingerprint) {
    let (catalogue, productHash) = try await catalogue(scope)
    let (column, clientHash) = try await clients(scope)
    let (clients, regions, industries, legalForms) = column.settled()
    let attributes = try await attributes(scope, clients)
    let (accounts, accountHash) = try await accounts(scope, clients, catalogue)
    let (activity, activityHash) = try await activity(scope, clients, catalogue)
    let totals = try await months(scope, clients)
    let (starts, holdings) = HoldingColumn.joined(accounts.holdings, activity, clientCount: clients.count)
    let months = totals.table(
      clientCount: clients.count, last: scope.asOf.lastCompleteMonth, limit: scope.historyMonths)
    let snapshot = Snapshot(
      bank: bank, asOf: scope.asOf, catalogue: catalogue, regions: regions, industries: industries,
      legalForms: legalForms, clients: clients, attributes: attributes.table(clientCount: clients.count),
      holdingStarts: starts, holdings: holdings, spells: accounts.spells, monthsOfHistory: months.count,
      monthlyIncome: months.income, monthlyOperations: months.operations)
    let fingerprint = InputFingerprint(parts: [
      "product": productHash, "client": clientHash, "attribute": attributes.content, "account": accountHash,
      "activity": activityHash, "month": totals.content,
    ])
    return (snapshot, fingerprint)
  }

  func copy<R: Sendable>(
    _ query: Query, _ scope: ReadScope, _ body: @Sendable (consuming BinaryRows) throws -> R
  ) async throws -> R {
    let withoutDuplicates = try await connection.many(
      Statement<String>(.withoutDuplicates) { try $0.decode("relation") }, limit: 3)
    let sql = query.sql(withoutDuplicatesIn: Set(withoutDuplicates))
    return try await connection.copyOut(CopyQuery(query.name, sql, settings: scope.settings), body)
  }
}

extension SourceReader {
  func catalogue(_ scope: ReadScope) async throws -> (Catalogue, ContentCount) {
    try await copy(.readProducts, scope) { rows in
      var products: [Product] = []
      var content = ContentCount()
      try rows.forEach { row in
        let product = try Product(row: &row)
        content.add {
          $0.combine(product.code.rawValue)
          $0.combine(product.name)
          $0.combine(product.family)
          $0.combine(product.incomeKind.rawValue)
          $0.combine(product.sellable ? 1 : 0)
          for code in product.requires { $0.combine(code.rawValue) }
          $0.combine(-2 as Int64)
          for code in product.excludes { $0.combine(code.rawValue) }
        }
        products.append(product)
      }
      return (Catalogue(products), content)
    }
  }

  private func clients(_ scope: ReadScope) async throws -> (ClientColumn, ContentCount) {
    try await copy(.readClients, scope) { rows in
      var column = ClientColumn()
      var content = ContentCount()
      try rows.forEach { row in
        let client = try ClientRow(row: &row)
        content.add { client.combine(into: &$0) }
        column.append(client)
      }
      return (column, content)
    }
  }

  private func attributes(_ scope: ReadScope, _ clients: [ClientFacts]) async throws -> AttributeBuilder {
    try await copy(.readAttributes, scope) { rows in
      var builder = AttributeBuilder()
      var cursor = ClientCursor(clients)
      try rows.forEach { row in
        let attribute = try AttributeRow(row: &row)
        guard let client = cursor.position(of: attribute.client) else { return }
        builder.append(attribute, at: client)
      }
      return builder
    }
  }

  private func accounts(
    _ scope: ReadScope, _ clients: [ClientFacts], _ catalogue: Catalogue
  ) async throws -> (AccountColumn, ContentCount) {
    try await copy(.readAccounts, scope) { rows in
      var column = AccountColumn(asOf: scope.asOf)
      var content = ContentCount()
      var cursor = ClientCursor(clients)
      try rows.forEach { row in
        let account = try AccountRow(row: &row)
        guard let client = cursor.position(of: account.client), let product = catalogue.index(of: account.product)
        else { return }
        content.add { account.combine(into: &$0) }
        column.append(account, client: client, product: product)
      }
      return (column, content)
    }
  }

  private func activity(
    _ scope: ReadScope, _ clients: [ClientFacts], _ catalogue: Catalogue
  ) async throws -> (HoldingColumn, ContentCount) {
    try await copy(.readActivity, scope) { rows in
      var column = HoldingColumn()
      var content = ContentCount()
      var cursor = ClientCursor(clients)
      try rows.forEach { row in
        let activity = try ActivityRow(row: &row)
        guard let client = cursor.position(of: activity.client), let product = catalogue.index(of: activity.product)
        else { return }
        content.add { activity.combine(into: &$0) }
        column.append(client, Holding(activity, product: product))
      }
      return (column, content)
    }
  }

  private func months(_ scope: ReadScope, _ clients: [ClientFacts]) async throws -> MonthTotals {
    try await copy(.readMonths, scope) { rows in
      var totals = MonthTotals()
      var cursor = ClientCursor(clients)
      try rows.forEach { row in
        let month = try MonthRow(row: &row)
        guard let client = cursor.position(of: month.client) else { return }
        totals.append(client: client, month)
      }
      return totals
    }
  }
}

extension SourceReader {
  /// Nil where the group has no such bank.
  package func bank(_ id: BankID) async throws -> Bank? {
    try await connection.optional(
      Statement<Bank>(.readBank, .text(id.rawValue)) {
        Bank(
          id: id, name: try $0.decode("name"), currency: try $0.decode("currency"), locale: try $0.decode("locale"))
      })
  }

  /// Every bank of the group, ascending.
  package func banks() async throws -> [BankID] {
    try await connection.many(
      Statement<BankID>(.listBanks) { BankID(try $0.decode("bank_id", as: String.self)) }, limit: 10_000)
  }
}
