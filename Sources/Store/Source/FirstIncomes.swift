import Banking

/// Picks from the months of one client after the other what its products first brought.
struct FirstIncomes {
  private let tonight: Snapshot
  private var cursor: ClientCursor
  /// First month that the bank's history tells of.
  private let historyStart: Int32
  /// Ascending by client, product and first day.
  private(set) var found: [FirstIncome] = []

  /// Months looked at, the one of the opening included: later ones show how the client fares, not what the product is
  /// worth to begin with.
  private static let months: Int32 = 3

  init(_ tonight: Snapshot) {
    self.tonight = tonight
    cursor = ClientCursor(tonight.clients)
    historyStart = tonight.asOf.lastCompleteMonth.advanced(by: 1 - tonight.monthsOfHistory).index
  }

  /// - Parameter months: all of the client's, ascending by product and month; clients ascend from call to call.
  mutating func append(_ months: [(product: Int, row: ProductMonth)], of client: ClientID) {
    guard let position = cursor.position(of: client) else { return }
    for holding in tonight.holdings(of: position) {
      for spell in tonight.spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)] {
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
    var sum: Int64 = 0
    var active = 0
    for (other, row) in months where other == product && row.month >= first && row.month < first + Self.months {
      guard row.income != 0 || row.operations > 0 else { continue }
      sum += row.income
      active += 1
    }
    guard active > 0 else {
      return tonight.asOf.lastCompleteMonth.index >= first + Self.months - 1 ? .zero : nil
    }
    return Money.perMonth(Money(minorUnits: sum), months: active)
  }
}
