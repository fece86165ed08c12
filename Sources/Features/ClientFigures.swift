package import Banking

/// The plain figures of one client (or of one client without one product) from which its continuous features are made.
/// Kept additive, so that leaving a product out is a subtraction and exact.
package struct ClientFigures: Sendable {
  /// Whole months with the bank by the end of the last complete month, as income is counted; nil = opening date unknown.
  package var tenureMonths: Int?
  /// Minor units over the last 3 and the last 12 complete months.
  package var income3: Int64
  package var income12: Int64
  package var operations3: Int64
  package var operations12: Int64
  /// Months of the 12 (and of the 3) that the client could be seen in: bounded by its tenure, unless it was seen before, and by
  /// the bank's history. 0 = no activity known.
  package var observed12: Int
  package var observed3: Int

  /// The same client as if `holding` had never been: without its income and operations.
  package func without(_ holding: Holding) -> ClientFigures {
    var rest = self
    rest.income3 -= holding.income3
    rest.income12 -= holding.income12
    rest.operations3 -= Int64(holding.operations3)
    rest.operations12 -= Int64(holding.operations12)
    return rest
  }

  /// Average income a month over the observed part of the last 12 complete months; nil where no activity is known.
  package var monthlyIncome: Money? {
    guard observed12 > 0 else { return nil }
    return Money.perMonth(Money(minorUnits: income12), months: observed12)
  }
}

extension Snapshot {
  /// The first day the client is known to be with the bank: its own opening date, else that of its earliest account. Nil where
  /// neither is known: also where since when it has, or had, one of its products, or its earliest was moved.
  package func firstDay(of client: Int) -> BusinessDate? {
    if let opened = clients[client].openedOn { return opened }
    var earliest: (start: BusinessDate, isChosen: Bool)?
    for holding in holdings(of: client) {
      for spell in spells(of: holding) {
        guard let start = spell.start else { return nil }
        if earliest.map({ start < $0.start }) ?? true { earliest = (start, spell.isChosen) }
      }
    }
    return earliest.flatMap { $0.isChosen ? $0.start : nil }
  }

  /// From when on the client could open something: its first day, or its first business where that came before. The first of all
  /// days where it was there as long as is known; nil where nobody has seen anything of it.
  package func seenSince(_ client: Int) -> BusinessDate? {
    if let opened = clients[client].openedOn { return opened }
    let months = monthsSinceBusiness(of: client)
    let first = firstDay(of: client)
    let isOld = first == nil && holdings(of: client).contains { !$0.spells.isEmpty }
    if isOld || months > 0 && months == monthsOfHistory { return BusinessDate(dayNumber: .min) }
    let business = months > 0 ? lastMonth.advanced(by: 1 - months).firstDay : nil
    return [first, business].compactMap(\.self).min()
  }

  /// Adds up the client's holdings; see `ClientFigures`.
  package func figures(of client: Int) -> ClientFigures {
    let first = firstDay(of: client)
    let months = min(12, monthsOfHistory)
    let sinceOpening = first.map { lastMonth.months(since: $0.calendarMonth) + 1 } ?? months
    let observed = min(months, max(1, sinceOpening, monthsSinceBusiness(of: client)))
    var figures = ClientFigures(
      tenureMonths: first.map { max(0, lastMonth.lastDay.wholeMonths(since: $0)) },
      income3: 0, income12: 0, operations3: 0, operations12: 0, observed12: observed, observed3: min(3, observed))
    for holding in holdings(of: client) {
      figures.income3 += holding.income3
      figures.income12 += holding.income12
      figures.operations3 += Int64(holding.operations3)
      figures.operations12 += Int64(holding.operations12)
    }
    return figures
  }

  /// Months from the first of the history in which the client did anything to the last; 0 where it never did.
  private func monthsSinceBusiness(of client: Int) -> Int {
    (0..<monthsOfHistory).first { hasBusiness(at: client * monthsOfHistory + $0) }.map { monthsOfHistory - $0 } ?? 0
  }
}
