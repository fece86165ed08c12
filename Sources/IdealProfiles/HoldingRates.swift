package import Banking
package import Features

/// What a product brings and how much it is used in an average month.
package struct MonthlyRates: Hashable, Sendable {
  package let income: Money
  package let operations: Double
}

extension FeatureTable {
  /// The holding's figures of the last 12 complete months, divided by the months it could be seen in. Nil where the bank ships
  /// no activity.
  package func monthlyRates(of client: Int, _ holding: Holding) -> MonthlyRates? {
    let months = observedMonths(of: client, holding)
    guard months > 0 else { return nil }
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
}
