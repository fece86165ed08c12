import Banking

/// Takes lives one by one and sorts what they tell: into the pack what is known by the as-of date, into the future what
/// comes after, into the truth what a bank never sees.
struct BankBuilder {
  private(set) var pack: SourcePack
  private(set) var future = Future()
  private(set) var truth: [FirmTruth] = []
  private let calendar: SimulatedCalendar

  init(portfolio: Portfolio, calendar: SimulatedCalendar) {
    self.calendar = calendar
    pack = SourcePack(
      bank: Bank(id: BankID("DEMO"), name: "Demo Bank", currency: "EUR", locale: "en"), managers: portfolio.managers,
      products: DemoProduct.allCases.map(\.product))
  }

  mutating func add(_ life: FirmLife, managerID: Int64, random: SeededRandom) {
    let row = ClientRow(life: life, index: pack.clients.count, managerID: managerID, random: random.stream(1))
    pack.clients.append(row)
    addAccounts(life.accounts, of: row.clientID, random: random.stream(2))
    let (past, later) = addMonths(life.productMonths, of: row.clientID)
    truth.append(
      FirmTruth(
        clientID: row.clientID, trade: life.firm.trade.name, regime: life.facts.regime, needs: life.needs,
        departures: life.departures, income: past, futureIncome: later))
  }

  private mutating func addAccounts(_ accounts: [AccountRow], of client: ClientID, random: SeededRandom) {
    var random = random
    for var account in accounts {
      account.clientID = client
      account.accountID = Int64(500_001 + pack.accounts.count + future.openings.count)
      if let opened = account.openedOn, opened > calendar.asOf {
        future.openings.append(account)
        continue
      }
      if let closed = account.closedOn, closed > calendar.asOf {
        future.closings.append(account)
        account.closedOn = nil
      }
      if random.chance(DirtyRows.shareOfUndatedAccounts) { account.openedOn = nil }
      pack.accounts.append(account)
    }
  }

  private mutating func addMonths(_ rows: [ProductMonthRow], of client: ClientID) -> (past: Money, later: Money) {
    var past = Money.zero
    var later = Money.zero
    for var row in rows {
      row.clientID = client
      if row.month <= calendar.windowEnd {
        past += row.income
        pack.productMonths.append(row)
      } else {
        later += row.income
        future.productMonths.append(row)
      }
    }
    return (past, later)
  }

  /// Spoils the rows that are to be dirty and adds the notes that every relation is complete.
  mutating func finish() {
    DirtyRows.spoil(&pack)
    let counts = [
      ("bank", 1), ("manager", pack.managers.count), ("client", pack.clients.count), ("product", pack.products.count),
      ("account", pack.accounts.count), ("product_month", pack.productMonths.count),
    ]
    pack.loads = counts.map {
      LoadRow(
        businessDate: calendar.asOf, relation: $0.0, rowCount: $0.1, finishedAt: "\(calendar.asOf)T23:30:00Z")
    }
  }
}
