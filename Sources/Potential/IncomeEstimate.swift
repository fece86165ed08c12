package import Banking

/// What a product would bring the bank a month from one client: never negative, `low ≤ typical ≤ high`.
package struct IncomeEstimate: Hashable, Sendable {
  package let low: Money
  /// The median.
  package let typical: Money
  package let high: Money
  /// For totals: income is so skewed that typical ones add up to less than half of what comes in.
  package let mean: Money

  package init(low: Money, typical: Money, high: Money, mean: Money) {
    self.low = low
    self.typical = typical
    self.high = high
    self.mean = mean
  }

  /// In whole units, none negative; what is not finite or does not fit counts as nothing.
  init(low: Double, typical: Double, high: Double, mean: Double) {
    self.init(
      low: Money(estimate: low) ?? .zero, typical: Money(estimate: typical) ?? .zero,
      high: Money(estimate: high) ?? .zero, mean: Money(estimate: mean) ?? .zero)
  }

  /// What is left to win where the client already brings `income` a month on the product.
  package func above(_ income: Money) -> IncomeEstimate {
    IncomeEstimate(
      low: max(.zero, low - income), typical: max(.zero, typical - income), high: max(.zero, high - income),
      mean: max(.zero, mean - income))
  }

  /// Probability × typical, rounded to the hundredth.
  package func expected(probability: Float) -> Money {
    Money(estimate: typical.estimate * Double(probability)) ?? .zero
  }
}
