extension DemoProduct {
  var habits: ProductHabits { Self.habits[rawValue] }

  private static let flat = [1.0, 1.0, 1.0, 1.0]

  /// In the order of the cases.
  private static let habits: [ProductHabits] = [
    row(0.60, 0.05, (0.05, 0.00), 0.00, [], 0.5, flat, "needs an account"),
    row(0.30, 0.03, (0.10, 0.00), 0.09, [], 0.6, flat, "wants to pay from the desk"),
    row(0.14, 0.05, (0.10, 0.02), 0.07, [], 1.0, flat, "many payments or several signatories"),
    row(0.070, 0.05, (0.15, 0.02), 0.14, [], 1.0, [0.8, 1.2, 1.3, 0.9], "travels or buys online"),
    row(0.075, 0.09, (0.25, 0.08), 0.05, [], 1.0, [1.5, 0.9, 0.7, 1.0], "hired a third employee"),
    row(0.090, 0.10, (0.20, 0.05), 0.06, [], 0.9, [0.8, 1.1, 0.9, 1.3], "customers want to pay by card"),
    row(0.300, 0.03, (0.25, 0.04), 0.08, [], 0.8, [0.9, 1.1, 0.9, 1.2], "card sales at a counter"),
    row(0.070, 0.07, (0.20, 0.07), 0.05, [], 0.8, [0.8, 1.0, 1.1, 1.3], "takings pile up in cash"),
    row(0.170, 0.09, (0.20, 0.00), 0.00, [6, 12, 12, 18], 0.9, [1.3, 0.7, 0.8, 1.4], "surplus for four months"),
    row(0.110, 0.08, (0.22, 0.00), 0.20, [12], 1.0, [1.4, 0.9, 0.8, 1.1], "a gap between seasons"),
    row(0.090, 0.08, (0.12, 0.00), 0.04, [12, 18, 24], 1.0, [0.9, 1.2, 1.2, 0.8], "orders outgrow own money"),
    row(0.075, 0.08, (0.08, 0.00), 0.00, [36, 48, 60], 0.8, [0.8, 1.3, 1.1, 0.8], "steady growth needs capacity"),
    row(0.055, 0.10, (0.10, 0.00), 0.00, [24, 36, 48], 0.7, [0.7, 1.4, 1.1, 0.9], "needs a vehicle or machine"),
    row(0.260, 0.12, (0.30, 0.00), 0.00, [9, 18, 24], 0.6, [0.7, 1.1, 1.0, 1.3], "won a public tender"),
    row(0.085, 0.10, (0.20, 0.05), 0.08, [], 0.8, flat, "first contract abroad"),
    row(0.085, 0.08, (0.12, 0.03), 0.00, [12], 1.3, [1.2, 1.0, 0.9, 1.0], "something worth insuring"),
    row(0.300, 0.00, (0.20, 0.012), 0.25, [], 0.0, flat, "pays suppliers on paper"),
  ]

  private static func row(
    _ pace: Double, _ elsewhere: Double, _ fading: (waiting: Double, held: Double), _ dormant: Double, _ terms: [Int],
    _ push: Double, _ season: [Double], _ event: String
  ) -> ProductHabits {
    ProductHabits(
      pace: pace, elsewhere: elsewhere, fading: fading, dormant: dormant, terms: terms, push: push, season: season,
      event: event)
  }
}
