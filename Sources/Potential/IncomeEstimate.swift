package import Banking

/// What a product would bring the bank a month from one client: never negative, `low ≤ typical ≤ high`.
package struct IncomeEstimate: Hashable, Sendable {
  package let low: Money
  /// The median of comparable holders.
  package let typical: Money
  package let high: Money

  package init(low: Money, typical: Money, high: Money) {
    self.low = low
    self.typical = typical
    self.high = high
  }

  /// What is left to win where the client already brings `income` a month on the product.
  package func above(_ income: Money) -> IncomeEstimate {
    IncomeEstimate(
      low: max(.zero, low - income), typical: max(.zero, typical - income), high: max(.zero, high - income))
  }

  /// Probability × typical, rounded to the hundredth.
  package func expected(probability: Float) -> Money {
    Money(estimate: typical.estimate * Double(probability)) ?? .zero
  }
}
