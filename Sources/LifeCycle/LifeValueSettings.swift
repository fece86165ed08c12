/// What counts in a client's lifetime value.
package struct LifeValueSettings: Sendable, Hashable {
  /// Months ahead that count. Sixty: beyond five years neither the client nor the tariff is foreseeable.
  package var horizonMonths = 60
  /// A year, by which later income counts less. 12 %: what a bank asks of its own capital.
  package var discountRate = 0.12
  /// Last complete months whose mean is the client's income now. Twelve: on the demo bank the income of the next two years came
  /// out nearest so, and fees that come once a year are in it.
  package var levelMonths = 12
  /// Share of the clients, by remaining life and by income, that do worse than the low and better than the high value.
  package var outerShare = 0.2
  /// Share of a new client's lifetime value that may be spent to win it: the usual rule of three to one.
  package var acquisitionShare = 0.33
  /// Months beyond which no stay is told: twenty years.
  package var longestMonths = 240

  package init() {}
}
