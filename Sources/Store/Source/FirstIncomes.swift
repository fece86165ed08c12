import Banking

/// Picks from the months of one client after the other what its products first brought.
struct FirstIncomes {
  private let tonight: Snapshot
  private let billing: BillingCycles
  private var cursor: ClientCursor
  /// First month that the bank's history tells of.
  private let historyStart: Int32
  /// Ascending by client, product and first day.
  private(set) var found: [FirstIncome] = []

  /// Months looked at, the one of the opening included: later ones show how the client fares, not what the product is
  /// worth to begin with. Of what is charged less often, as many as one charge pays for.
  private static let months = 3

  init(_ tonight: Snapshot, _ billing: BillingCycles) {
    self.tonight = tonight
    self.billing = billing
    cursor = ClientCursor(tonight.clients)
    historyStart = tonight.asOf.lastCompleteMonth.advanced(by: 1 - tonight.monthsOfHistory).index
  }

  /// - Parameter months: all of the client's, ascending by product and month; clients ascend from call to call.
  mutating func append(_ months: [(product: Int, row: ProductMonth)], of client: ClientID) {
    guard let position = cursor.position(of: client) else { return }
    for holding in tonight.holdings(of: position) {
      for spell in tonight.spells(of: holding) where spell.isChosen {
        guard let opened = spell.start, let income = income(of: Int(holding.product), since: opened, months) else {
          continue
        }
        found.append(FirstIncome(client: client, product: holding.product, openedOn: opened, income: income))
      }
    }
  }

  /// Nil where it is too early to say, or was before the bank's history.
  private func income(
    of product: Int, since opened: BusinessDate, _ months: [(product: Int, row: ProductMonth)]
  ) -> Money? {
    let first = opened.calendarMonth.index
    guard first >= historyStart else { return nil }
    let cycle = billing[product]
    let end = first + Int32(max(Self.months, cycle))
    var sum: Int64 = 0
    var charges = 0
    for (other, row) in months where other == product && row.month >= first && row.month < end {
      // What is charged every month is also worth something in a month in which it is only used.
      guard row.income != 0 || cycle == 1 && row.operations > 0 else { continue }
      sum += row.income
      charges += 1
    }
    guard charges > 0 else { return tonight.asOf.lastCompleteMonth.index >= end - 1 ? .zero : nil }
    return Money.perMonth(Money(minorUnits: sum), months: charges * cycle)
  }
}
