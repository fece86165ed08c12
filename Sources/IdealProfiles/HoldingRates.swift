package import Banking
package import Features

/// What a product brings and how much it is used in an average month.
package struct MonthlyRates: Hashable, Sendable {
  package let income: Money
  package let operations: Double
}

extension FeatureTable {
  /// The holding's figures of the last 12 complete months, divided by the months it could be seen in: bounded by the
  /// bank's history, the client's tenure and the time it has been held without a break. Nil where the bank ships no
  /// activity.
  package func monthlyRates(of client: Int, _ holding: Holding) -> MonthlyRates? {
    var months = figures[client].observed12
    guard months > 0 else { return nil }
    if holding.isHeld, let spell = snapshot.spells[indices(of: holding)].last, let start = spell.start {
      let sinceOpening = snapshot.lastMonth.months(since: start.calendarMonth) + 1
      months = min(months, max(1, sinceOpening))
    }
    return MonthlyRates(
      income: Money.perMonth(Money(minorUnits: holding.income12), months: months),
      operations: Double(holding.operations12) / Double(months))
  }

  /// The client's monthly income, minor units; nil where the bank ships no activity.
  func monthlyIncome(of client: Int, without holding: Holding? = nil) -> Int64? {
    let figures = figures[client]
    guard figures.observed12 > 0 else { return nil }
    let income = Money(minorUnits: figures.income12 - (holding?.income12 ?? 0))
    return Money.perMonth(income, months: figures.observed12).minorUnits
  }

  private func indices(of holding: Holding) -> Range<Int> {
    Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)
  }
}
