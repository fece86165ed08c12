import Banking
import Features

/// What the bank now earns by one operation of a product, as a share of what it earned in the nine months before: a price that has
/// come down for all who use the product says nothing of any of them.
struct Tariffs: Codable, Sendable {
  /// By product; 1 = as it was, or nothing is known. Empty at earlier dates than the snapshot's.
  private let prices: [Double]

  /// Of fewer users nothing can be told.
  private static let fewest = 30
  /// Clients looked at; more change no median that matters.
  private static let sample = 50_000
  /// Down by a tenth for half of the users, and for three quarters by half of that.
  private static let middle = 0.9
  private static let upper = 0.95

  init() { prices = [] }

  /// - Parameter contracts: by product, whether it brings less every month as it runs down.
  init(_ view: Vantage, but contracts: [Bool]) {
    let snapshot = view.snapshot
    var ratios = [[Double]](repeating: [], count: snapshot.catalogue.count)
    for client in view.sample(Self.sample).clients {
      for holding in snapshot.holdings(of: client) where !contracts[Int(holding.product)] {
        if let ratio = Self.ratio(holding) { ratios[Int(holding.product)].append(ratio) }
      }
    }
    prices = ratios.map { ratios in
      guard ratios.count >= Self.fewest else { return 1 }
      let sorted = ratios.sorted()
      let middle = interpolatedQuantile(sorted, 0.5)
      return middle <= Self.middle && interpolatedQuantile(sorted, 0.75) <= Self.upper ? middle : 1
    }
  }

  /// Nil where the product was not used in both times, or brought nothing in one of them.
  private static func ratio(_ holding: Holding) -> Double? {
    let (income, operations) = (holding.income12 - holding.income3, holding.operations12 - holding.operations3)
    guard income > 0, operations > 0, holding.income3 > 0, holding.operations3 > 0 else { return nil }
    return Double(holding.income3) / Double(holding.operations3) * Double(operations) / Double(income)
  }

  /// What the product would bring more a month at the price it had, in minor units; no more than it brings less.
  /// - Parameter held: of the last twelve months, those in which it was held.
  func lost(by holding: Holding, held: Int) -> Double {
    guard !prices.isEmpty, held > 3, Self.ratio(holding) != nil else { return 0 }
    let now = Double(holding.income3) / 3
    let before = Double(holding.income12 - holding.income3) / Double(held - 3)
    return max(0, min(before - now, now * (1 / prices[Int(holding.product)] - 1)))
  }
}
