/// How firms take up, use and give up a product. Rates are monthly.
struct ProductHabits {
  /// Rate of taking the product here once it is needed, for an average owner, manager and season.
  let pace: Double
  /// Chance that another bank serves the need first, for a firm with half of its business elsewhere.
  let elsewhere: Double
  /// Chance that a need goes away once its cause has gone, before and after the product is taken.
  let fading: (waiting: Double, held: Double)
  /// Chance that the product is opened and never used.
  let dormant: Double
  /// Lengths of contract in months; empty = open-ended.
  let terms: [Int]
  /// How much the manager's diligence matters: 0 = not at all.
  let push: Double
  /// Factor on the pace by quarter of the year.
  let season: [Double]
  /// The event that raises the need, in words.
  let event: String
}
