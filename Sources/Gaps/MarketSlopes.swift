import Glibc

/// How much each sign says of a market's next months, learned from the bank's own past: at every month of the history
/// the signs of then against the shares that the products went on to have. One market runs on with its fashions, in
/// another every burst is a campaign that ends.
///
/// A multinomial regression of the openings' products on the signs (McCullagh & Nelder, "Generalized Linear Models",
/// 1989, ch. 5), its evidence divided by the dispersion found, and held by a normal prior to slopes that served well on
/// past dates of several young, seasonal markets, some of which ran on while others turned: with little history they stay.
struct MarketSlopes: Equatable {
  let values: [Double]

  /// In the order of `MarketSigns.signs`.
  static let prior = MarketSlopes(values: [1, 0.8, 0.3, 0])
  static let priorPrecision = 50.0
  private static let rounds = 30
  /// A market that throws its clients from one product to another has slopes without bound: a step is kept within one of them.
  private static let longestStep = 1.0

  private init(values: [Double]) { self.values = values }

  init(_ history: MarketHistory, horizon: Int) {
    let points = (min(3, history.months)..<history.months).map { Point(history, at: $0, horizon: horizon) }
      .filter { $0.total > 0 }
    var values = Self.prior.values
    var dispersion = 1.0
    for round in 0..<Self.rounds {
      var system = Gradient(values, prior: Self.prior.values, precision: Self.priorPrecision)
      for point in points { system.add(point, values, dispersion: dispersion) }
      let whole = system.step()
      guard whole.allSatisfy({ $0.isFinite }) else {
        values = Self.prior.values
        break
      }
      let step = whole.map { min(Self.longestStep, max(-Self.longestStep, $0)) }
      values = zip(values, step).map { $0 + $1 }
      dispersion = max(1, system.misfit / max(1, system.freedom))
      if round > 3, step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    self.values = values
  }

  /// By product, what the signs add to its year's log rate.
  func sum(_ signs: [[Double]]) -> [Double] {
    (signs.first ?? []).indices.map { product in
      zip(values, signs).reduce(0) { $0 + $1.0 * $1.1[product] }
    }
  }
}

/// One month of the past: what was to be seen, and what came.
private struct Point {
  let signs: MarketSigns
  let opened: [Double]
  let chances: [Double]

  init(_ history: MarketHistory, at end: Int, horizon: Int) {
    let until = min(history.months, end + horizon)
    signs = MarketSigns(history, end: end, ahead: until - end)
    let window = MarketWindow(history.existing, products: history.products, months: end..<until)
    opened = window.openings
    chances = window.chances
  }

  var total: Double { opened.reduce(0, +) }
}

/// Gradient and curvature of the penalised log-likelihood.
private struct Gradient {
  private var slope: [Double]
  private var curvature: [[Double]]
  private(set) var misfit = 0.0
  private(set) var freedom = 0.0

  init(_ values: [Double], prior: [Double], precision: Double) {
    slope = zip(values, prior).map { precision * ($1 - $0) }
    curvature = values.indices.map { one in values.indices.map { $0 == one ? precision : 0 } }
  }

  mutating func add(_ point: Point, _ values: [Double], dispersion: Double) {
    let moved = MarketSlopes.sum(values, point.signs)
    let weights = moved.indices.map { point.chances[$0] * exp(moved[$0]) }
    let all = max(weights.reduce(0, +), .leastNormalMagnitude)
    let total = point.total
    let expected = weights.map { total * $0 / all }
    for (real, expected) in zip(point.opened, expected) {
      misfit += (real - expected) * (real - expected) / max(expected, 1)
    }
    freedom += Double(expected.count - 1)
    let centred = point.signs.signs.map { sign in
      let mean = zip(sign, expected).reduce(0) { $0 + $1.0 * $1.1 } / total
      return sign.map { $0 - mean }
    }
    for one in slope.indices {
      for product in expected.indices {
        slope[one] += centred[one][product] * (point.opened[product] - expected[product]) / dispersion
        for other in slope.indices {
          curvature[one][other] += centred[one][product] * centred[other][product] * expected[product] / dispersion
        }
      }
    }
  }

  /// Newton's: the curvature is positive definite, so plain elimination does.
  func step() -> [Double] {
    var matrix = curvature
    var answer = slope
    for pivot in answer.indices {
      for row in answer.indices where row > pivot {
        let share = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<answer.count { matrix[row][column] -= share * matrix[pivot][column] }
        answer[row] -= share * answer[pivot]
      }
    }
    for row in answer.indices.reversed() {
      for column in (row + 1)..<answer.count { answer[row] -= matrix[row][column] * answer[column] }
      answer[row] /= matrix[row][row]
    }
    return answer
  }
}

extension MarketSlopes {
  fileprivate static func sum(_ values: [Double], _ signs: MarketSigns) -> [Double] {
    zip(signs.year, MarketSlopes(values: values).sum(signs.signs)).map { $0 + $1 }
  }
}
