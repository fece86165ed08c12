import Banking

/// Accounts while they stream in, ascending by client, product and opening (undated first): merged into times of holding.
struct AccountColumn: Sendable {
  let asOf: BusinessDate
  private(set) var holdings = HoldingColumn()
  private(set) var spells: [Spell] = []

  init(asOf: BusinessDate) { self.asOf = asOf }

  /// Gives the holdings away.
  mutating func takeHoldings() -> Handover<HoldingColumn> {
    let handover = Handover(holdings)
    holdings = HoldingColumn()
    return handover
  }

  mutating func append(_ row: AccountRow, client: Int, product: Int) {
    if holdings.last?.client != client || holdings.last?.holding.product != Int16(product) {
      let start = Int32(spells.count)
      holdings.append(client, Holding(product: Int16(product), openAccounts: 0, spells: start..<start))
    }
    let isContinued = holdings.last.map { !$0.holding.spells.isEmpty } ?? false
    if isContinued, let last = spells.last, last.touches(row.openedOn) {
      spells[spells.count - 1].end = last.end.flatMap { end in row.closedOn.map { max(end, $0) } }
    } else {
      spells.append(Spell(start: row.openedOn, end: row.closedOn, isChosen: row.isChosen))
    }
    let (end, asOf) = (Int32(spells.count), asOf)
    holdings.updateLast { holding in
      holding.spells = holding.spells.lowerBound..<end
      guard row.closedOn == nil else { return }
      holding.addOpen(maturing: row.maturesOn.flatMap { $0 > asOf ? $0 : nil })
    }
  }
}

extension Holding {
  /// - Parameter day: after the as-of date.
  fileprivate mutating func addOpen(maturing day: BusinessDate?) {
    openAccounts = min(openAccounts, .max - 1) + 1
    guard let day, day <= maturesOn ?? day else { return }
    maturingAccounts = day == maturesOn ? min(maturingAccounts, .max - 1) + 1 : 1
    maturesOn = day
  }
}

extension Spell {
  /// Whether an account opened on the date (nil = unknown) continues this time of holding: adjoining and overlapping
  /// accounts are one.
  fileprivate func touches(_ opening: BusinessDate?) -> Bool {
    guard let end, let opening else { return true }
    return opening <= end
  }
}
