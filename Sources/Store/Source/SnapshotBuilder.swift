import Banking

/// Puts a snapshot together from rows that stream in, each relation ascending by client. Rows of clients that are not in
/// the snapshot (quarantined, of the future, outside the sample) and of unknown products are passed over.
struct SnapshotBuilder {
  let bank: Bank
  let asOf: BusinessDate
  let catalogue: Catalogue
  let historyMonths: Int

  private(set) var clients: [ClientFacts] = []
  private var regions = Interner()
  private var industries = Interner()
  private var legalForms = Interner()
  private var attributes = AttributeBuilder()
  private var accounts = HoldingColumn()
  private var spells: [Spell] = []
  private var activity = HoldingColumn()
  private var totals = MonthTotals()

  init(bank: Bank, asOf: BusinessDate, catalogue: Catalogue, historyMonths: Int) {
    self.bank = bank
    self.asOf = asOf
    self.catalogue = catalogue
    self.historyMonths = historyMonths
  }

  mutating func append(_ row: ClientRow) {
    clients.append(
      ClientFacts(
        id: row.id, manager: row.manager, region: regions.code(row.region), industry: industries.code(row.industry),
        legalForm: legalForms.code(row.legalForm), openedOn: row.openedOn, closedOn: row.closedOn,
        annualTurnover: row.annualTurnover, contactAllowed: row.contactAllowed))
  }

  mutating func append(attribute name: String, isNumber: Bool, value: String, of id: ClientID, cursor: inout Int) {
    guard let client = position(of: id, from: &cursor) else { return }
    attributes.append(name: name, isNumber: isNumber, value: value, client: client)
  }

  mutating func append(_ row: AccountRow, cursor: inout Int) {
    guard let client = position(of: row.client, from: &cursor), let product = catalogue.index(of: row.product) else {
      return
    }
    if accounts.last?.client != client || accounts.last?.holding.product != Int16(product) {
      let start = Int32(spells.count)
      accounts.append(client, Holding(product: Int16(product), isHeld: false, spells: start..<start))
    }
    accounts.updateLast { $0.merge(row, spells: &spells, asOf: asOf) }
  }

  mutating func append(_ row: ActivityRow, cursor: inout Int) {
    guard let client = position(of: row.client, from: &cursor), let product = catalogue.index(of: row.product) else {
      return
    }
    activity.append(
      client,
      Holding(
        product: Int16(product), isHeld: false, activeMonths: UInt8(clamping: row.activeMonths),
        lastActive: row.lastActive, income3: row.income3, income12: row.income12,
        operations3: Int32(clamping: row.operations3), operations12: Int32(clamping: row.operations12)))
  }

  mutating func append(_ row: MonthRow, cursor: inout Int) {
    guard let client = position(of: row.client, from: &cursor) else { return }
    totals.append(client: client, row)
  }

  /// Rows and clients both ascend, so one cursor walks along.
  private func position(of id: ClientID, from cursor: inout Int) -> Int? {
    while cursor < clients.count, clients[cursor].id < id { cursor += 1 }
    return cursor < clients.count && clients[cursor].id == id ? cursor : nil
  }

  consuming func build() -> Snapshot {
    let (regionNames, regionPlace) = regions.sorted()
    let (industryNames, industryPlace) = industries.sorted()
    let (formNames, formPlace) = legalForms.sorted()
    for client in clients.indices {
      if clients[client].region >= 0 { clients[client].region = regionPlace[Int(clients[client].region)] }
      if clients[client].industry >= 0 { clients[client].industry = industryPlace[Int(clients[client].industry)] }
      if clients[client].legalForm >= 0 { clients[client].legalForm = formPlace[Int(clients[client].legalForm)] }
    }
    let (starts, holdings) = HoldingColumn.joined(accounts, activity, clientCount: clients.count)
    let months = totals.table(clientCount: clients.count, last: asOf.lastCompleteMonth, limit: historyMonths)
    return Snapshot(
      bank: bank, asOf: asOf, catalogue: catalogue, regions: regionNames, industries: industryNames,
      legalForms: formNames, clients: clients, attributes: attributes.table(clientCount: clients.count),
      holdingStarts: starts, holdings: holdings, spells: spells, monthsOfHistory: months.count,
      monthlyIncome: months.income, monthlyOperations: months.operations)
  }
}

extension Holding {
  /// Adjoining and overlapping accounts are one time of holding; rows come by opening date, undated ones first.
  fileprivate mutating func merge(_ row: AccountRow, spells all: inout [Spell], asOf: BusinessDate) {
    if row.closedOn == nil {
      isHeld = true
      if let matures = row.maturesOn, matures > asOf { maturesOn = min(matures, maturesOn ?? matures) }
    }
    if !spells.isEmpty, let last = all.last, last.touches(row.openedOn) {
      all[all.count - 1].end = last.end.flatMap { end in row.closedOn.map { max(end, $0) } }
    } else {
      all.append(Spell(start: row.openedOn, end: row.closedOn))
      spells = spells.lowerBound..<Int32(all.count)
    }
  }
}

extension Spell {
  fileprivate func touches(_ opening: BusinessDate?) -> Bool {
    guard let end, let opening else { return true }
    return opening <= end
  }
}
