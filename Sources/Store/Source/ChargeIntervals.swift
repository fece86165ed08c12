import Banking

/// How far a product's charges lie apart, from which its billing cycle is told.
///
/// Whoever uses a product at irregular times has the shortest interval most often, whatever the rate: only a rule makes most
/// intervals the same longer one.
struct ChargeIntervals {
  /// By product: of intervals of 1 to 12 months, and last of longer ones.
  private var counts: [[Int]]
  private var previous: (place: Int32, product: Int16, month: Int32)?

  private static let longest = 12
  /// Of which a year is whole, so that a year's sum has the same number of charges wherever it begins.
  private static let cycles = [2, 3, 4, 6, 12]
  /// With fewer, a few clients' habits would be taken for the product's.
  private static let fewest = 30

  init(productCount: Int) {
    counts = Array(repeating: Array(repeating: 0, count: Self.longest + 1), count: productCount)
  }

  /// - Parameter month: ascending by place, product and month from call to call.
  mutating func append(_ month: SampleMonth) {
    guard month.row.income != 0 else { return }
    if let previous, previous.place == month.place, previous.product == month.product {
      let interval = Int(month.row.month - previous.month)
      counts[Int(month.product)][min(interval, Self.longest + 1) - 1] += 1
    }
    previous = (month.place, month.product, month.row.month)
  }

  /// The interval of two thirds of a product's charges.
  var billing: BillingCycles {
    BillingCycles(
      counts.map { counts in
        let all = counts.reduce(0, +)
        return UInt8(Self.cycles.first { all >= Self.fewest && counts[$0 - 1] * 3 >= all * 2 } ?? 1)
      })
  }
}
