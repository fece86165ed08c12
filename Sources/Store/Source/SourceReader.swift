package import Banking
package import PostgresKit
import Schema

/// Reads the source contract, inside a transaction that the caller holds, so that every relation is of one moment and
/// the duplicates found by the check are known (`pg_temp.duplicate_*`).
package struct SourceReader: Sendable {
  let connection: PostgresConnection

  package init(_ connection: PostgresConnection) { self.connection = connection }

  /// The bank as it is known on the scope's date, and what a sample of its clients tells of earlier ones.
  /// - Parameter sampleClients: about so many clients are taken into the sample; none where kept activity is of use.
  package func read(
    _ scope: ReadScope, bank: Bank, sampleClients: Int, activity use: ActivityUse = .sourceAlone
  ) async throws -> SourceReading {
    let products = try await products(scope)
    var kept: KeptActivity?
    if use.takesKept || use.keeps {
      kept = try await KeptActivity(connection, scope, products.catalogue, otherProducts: products.others)
    }
    var keeper = use.keeps ? kept : nil
    if use.takesKept, let kept, kept.tellsChanges {
      do {
        return try await read(scope, bank: bank, products, sampleClients: 0) {
          try await keptMonths($0, scope, kept, use.look, renews: use.keeps)
        }
      } catch let outdated as KeptActivity.Outdated {
        if outdated.tooMuchHasChanged {
          try await keeper?.giveUp()
          keeper = nil
        }
      }
    }
    use.look?.cancel()
    return try await read(scope, bank: bank, products, sampleClients: sampleClients) { [keeper] in
      try await productMonths($0, scope, keptAs: keeper)
    }
  }

  private func read(
    _ scope: ReadScope, bank: Bank, _ products: ProductRows, sampleClients: Int,
    months: (HolderRows) async throws -> ProductMonthReading.Result
  ) async throws -> SourceReading {
    let catalogue = products.catalogue
    let (column, clientHash) = try await clients(scope)
    let places = column.samplePlaces(
      share: sampleClients == 0 ? 0 : 1 + sampleClients * 1024 / max(1, column.clients.count))
    let (clients, regions, industries, legalForms) = column.settled()
    let (attributes, sampledAttributes) = try await attributes(scope, clients, places)
    let keys = SourceKeys(
      clients: clients.map(\.id.rawValue), otherClients: try await set(.readOtherClients, scope) { try $0.readInt64() },
      products: catalogue.products.map(\.code.rawValue), otherProducts: products.others)
    var (accounts, accountHash, accountTally, sampledAccounts) = try await accounts(
      scope, clients, keys, catalogue, places)
    let months = try await months(
      HolderRows(keys: keys, accounts: accounts.takeHoldings(), samplePlaces: places))
    let snapshot = Snapshot(
      bank: bank, asOf: scope.asOf, catalogue: catalogue, regions: regions, industries: industries,
      legalForms: legalForms, clients: clients, attributes: attributes.table(clientCount: clients.count),
      holdingStarts: months.holdings.starts, holdings: months.holdings.all, spells: accounts.spells,
      monthsOfHistory: months.totals.count, monthlyIncome: months.totals.income,
      monthlyOperations: months.totals.operations)
    let fingerprint = InputFingerprint(parts: [
      "product": products.content, "client": clientHash, "attribute": attributes.content, "account": accountHash,
      "product_month": months.content,
    ])
    let sample = SampleRows(
      clients: clients.indices.filter { places[$0] >= 0 }.map { ClientRow(clients[$0], of: snapshot) },
      attributes: sampledAttributes, accounts: sampledAccounts, months: months.sample)
    return SourceReading(
      snapshot: snapshot, fingerprint: fingerprint,
      tally: ReadingTally(
        accounts: accountTally, productMonths: months.tally, monthClients: MonthClients(snapshot),
        feeds: ProductFeeds(snapshot)),
      setAside: keys.setAside, sample: sample,
      knowsPast: sampleClients > 0)
  }

  func copy<R: Sendable>(
    _ query: Query, _ scope: ReadScope, _ body: @Sendable (consuming BinaryRows) throws -> R
  ) async throws -> R {
    let sql = query.sql(withoutDuplicatesIn: try await withoutDuplicates())
    return try await connection.copyOut(CopyQuery(query.name, sql, settings: scope.settings), body)
  }

  /// Relations in which no key stands twice.
  func withoutDuplicates() async throws -> Set<String> {
    Set(try await connection.many(Statement<String>(.withoutDuplicates) { try $0.decode("relation") }, limit: 3))
  }
}

extension SourceReader {
  private func products(_ scope: ReadScope) async throws -> ProductRows {
    let (catalogue, content) = try await catalogue(scope)
    let others = try await set(.readOtherProducts, scope) { try $0.readText() }
    return ProductRows(catalogue: catalogue, content: content, others: others)
  }

  private func catalogue(_ scope: ReadScope) async throws -> (Catalogue, ContentCount) {
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

  private func attributes(
    _ scope: ReadScope, _ clients: [ClientFacts], _ samplePlaces: [Int32]
  ) async throws -> (AttributeBuilder, [AttributeRow]) {
    try await copy(.readAttributes, scope) { rows in
      var builder = AttributeBuilder()
      var sampled: [AttributeRow] = []
      var cursor = ClientCursor(clients)
      try rows.forEach { row in
        let attribute = try AttributeRow(row: &row)
        guard let client = cursor.position(of: attribute.client) else { return }
        builder.append(attribute, at: client)
        if samplePlaces[client] >= 0 { sampled.append(attribute) }
      }
      return (builder, sampled)
    }
  }

  private func accounts(
    _ scope: ReadScope, _ clients: [ClientFacts], _ keys: SourceKeys, _ catalogue: Catalogue, _ samplePlaces: [Int32]
  ) async throws -> (AccountColumn, ContentCount, AccountTally, [AccountRow]) {
    var (accounts, tally) = try await soundAccounts(scope, clients, keys)
    var column = AccountColumn(asOf: scope.asOf)
    var content = ContentCount()
    var sampled: [AccountRow] = []
    let sorted = PlacedAccount.sorted(accounts, clientCount: clients.count)
    let atOnce = OpeningsAtOnce(sorted, productCount: catalogue.count, asOf: scope.asOf, named: scope.movedOn)
    tally.openingsAtOnce = atOnce.keys(catalogue)
    for (place, account) in sorted.enumerated() {
      let client = Int(account.client)
      var row = AccountRow(account, clients, catalogue)
      content.add { row.combine(into: &$0) }
      row.isChosen = !atOnce.contains(place, of: sorted)
      column.append(row, client: client, product: Int(account.product))
      if samplePlaces[client] >= 0 { sampled.append(row) }
    }
    return (column, content, tally, sampled)
  }

  /// In any order.
  private func soundAccounts(
    _ scope: ReadScope, _ clients: [ClientFacts], _ keys: SourceKeys
  ) async throws -> ([PlacedAccount], AccountTally) {
    let duplicates = try await duplicates(in: "account", .readDuplicateAccounts, scope) { try $0.readInt64() }
    return try await copy(.scanAccounts, scope) { rows in
      var judge = AccountJudge(keys, of: clients, duplicates: duplicates, asOf: scope.asOf)
      var accounts: [PlacedAccount] = []
      try rows.forEach { if let account = try judge.sound(&$0) { accounts.append(account) } }
      return (accounts, judge.tally)
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
