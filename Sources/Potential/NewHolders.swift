package import Banking
import Features

/// The clients that took a product after a past date, as they stood at that date, and what it brought.
package struct NewHolders: Sendable {
  /// Position of the product, by row.
  private(set) var products: [Int] = []
  /// Whole units a month, by row.
  private(set) var incomes: [Double] = []
  /// Inputs by row; the first is left to `rows`.
  private var inputs: [Double] = []

  package init() {}

  /// Adds those who took a product after the date of `then`, up to `end`.
  /// - Parameter firstIncomes: ascending by client.
  package mutating func add(_ then: BusinessInputs, firstIncomes: [FirstIncome], until end: BusinessDate) {
    let snapshot = then.table.snapshot
    var position = 0
    var known: (client: Int, common: [Double])?
    for first in firstIncomes where first.openedOn > snapshot.asOf && first.openedOn <= end {
      while position < snapshot.clients.count, snapshot.clients[position].id < first.client { position += 1 }
      guard position < snapshot.clients.count, snapshot.clients[position].id == first.client,
        then.table.isPeer(position), !then.table.holds(position, Int(first.product))
      else { continue }
      if known?.client != position { known = (position, then.common(of: position)) }
      guard let common = known?.common else { continue }
      products.append(Int(first.product))
      incomes.append(first.income.estimate)
      inputs += then.row(position, Int(first.product), common: common, newHolders: .nan)
    }
  }

  /// Adds what another date showed.
  package mutating func add(_ other: NewHolders) {
    products += other.products
    incomes += other.incomes
    inputs += other.inputs
  }

  package var count: Int { products.count }

  /// Row-major, with each product's level filled in.
  func rows(levels: [Double]) -> [Double] {
    var rows = inputs
    for (row, product) in products.enumerated() { rows[row * BusinessInputs.count] = levels[product] }
    return rows
  }
}
