import Features

/// Whether what was said to be likely happened as often as was said. Sums only, so that dates can be added up.
package struct Calibration: Sendable {
  /// Pairs whose probabilities are alike.
  package struct Cell: Hashable, Sendable {
    package var pairs = 0
    /// Openings expected: the sum of the probabilities.
    package var expected = 0.0
    package var opened = 0

    fileprivate mutating func add(_ probability: Float, _ isOpened: Bool) {
      pairs += 1
      expected += Double(probability)
      if isOpened { opened += 1 }
    }

    fileprivate static func + (a: Cell, b: Cell) -> Cell {
      Cell(pairs: a.pairs + b.pairs, expected: a.expected + b.expected, opened: a.opened + b.opened)
    }
  }

  /// Ten of as many pairs each, by rising probability; over several dates each date's own tenths are put together.
  package let deciles: [Cell]
  /// By position in the catalogue.
  package let products: [Cell]
  private let squaredError: Double

  private init(deciles: [Cell], products: [Cell], squaredError: Double) {
    self.deciles = deciles
    self.products = products
    self.squaredError = squaredError
  }

  /// - Parameter probability: client-major.
  init(_ trial: Trial, probability: [Float]) {
    var deciles = [Cell](repeating: Cell(), count: 10)
    var products = [Cell](repeating: Cell(), count: trial.productCount)
    var squaredError = 0.0
    let tenths = Tenths(trial.candidates.map { probability[$0.cell] })
    for (cell, product, isTaken) in trial.candidates {
      let value = probability[cell]
      deciles[tenths.place(value)].add(value, isTaken)
      products[product].add(value, isTaken)
      let miss = Double(value) - (isTaken ? 1 : 0)
      squaredError += miss * miss
    }
    self.init(deciles: deciles, products: products, squaredError: squaredError)
  }

  static func + (a: Calibration, b: Calibration) -> Calibration {
    Calibration(
      deciles: zip(a.deciles, b.deciles).map { $0 + $1 }, products: zip(a.products, b.products).map { $0 + $1 },
      squaredError: a.squaredError + b.squaredError)
  }

  package var total: Cell { deciles.reduce(Cell()) { $0 + $1 } }

  /// Mean squared difference between probability and outcome (Brier 1950).
  package var brier: Double { squaredError / Double(max(1, total.pairs)) }

  /// What Brier's score would be if every pair were given the overall rate of opening.
  package var brierOfTheRate: Double {
    let rate = Double(total.opened) / Double(max(1, total.pairs))
    return rate * (1 - rate)
  }

  /// Expected calibration error over the tenths: the mean gap between probability and rate of opening, weighted by pairs.
  package var expectedError: Double {
    deciles.reduce(0) { $0 + abs($1.expected - Double($1.opened)) } / Double(max(1, total.pairs))
  }
}

/// Which tenth of all values a value falls into; equal values fall into one.
private struct Tenths {
  private let sorted: [Float]

  init(_ values: some Sequence<Float>) { sorted = values.sorted() }

  func place(_ value: Float) -> Int {
    let (below, upTo) = (first { $0 >= value }, first { $0 > value })
    return min(9, (below + upTo) * 5 / max(1, sorted.count))
  }

  private func first(where holds: (Float) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
