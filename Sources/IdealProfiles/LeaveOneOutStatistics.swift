import Banking
import Features

/// Responsibility-weighted sums of the activity features by component: of whole clients, and what leaving each product
/// out changes in them. Only clients with income or operations on a product contribute to its changes.
struct LeaveOneOutStatistics {
  let components: Int
  /// `feature × components + component`.
  private var known: [Double]
  private var sum: [Double]
  private var squares: [Double]
  /// The same for every product, one after the other.
  private var sumChange: [Double]
  private var squaresChange: [Double]

  init(components: Int, products: Int) {
    self.components = components
    let cells = LeaveOneOutMoments.count(components: components, products: 1)
    known = [Double](repeating: 0, count: cells)
    (sum, squares) = (known, known)
    sumChange = [Double](repeating: 0, count: cells * products)
    squaresChange = sumChange
  }

  /// Adds the clients in their order.
  mutating func collect(_ mixture: MixtureModel, _ table: FeatureTable, clients: [Int]) {
    let posteriors = mixture.posteriors(MixtureData(table, clients: clients))
    let features = ActivityFeatures(table, mixture.units)
    for (row, client) in clients.enumerated() {
      let shares = posteriors[row * components..<(row + 1) * components]
      let whole = features.of(client)
      add(whole, shares)
      for holding in table.snapshot.holdings(of: client) where ActivityFeatures.areMoved(by: holding) {
        let rest = features.of(client, without: holding)
        change(Int(holding.product), from: whole, to: rest, shares)
      }
    }
  }

  /// Mean and variance of a cell (`feature × components + component`) without the product; nil where nothing is known.
  func moments(_ product: Int, _ cell: Int) -> (mean: Double, variance: Double)? {
    guard known[cell] > 1e-8 else { return nil }
    let place = product * known.count + cell
    let mean = (sum[cell] + sumChange[place]) / known[cell]
    return (mean, (squares[cell] + squaresChange[place]) / known[cell] - mean * mean)
  }

  private mutating func add(_ x: ActivityFeatures.Values, _ shares: ArraySlice<Double>) {
    for feature in x.indices where !x[feature].isNaN {
      for (component, share) in shares.enumerated() {
        let cell = feature * components + component
        known[cell] += share
        sum[cell] += share * x[feature]
        squares[cell] += share * x[feature] * x[feature]
      }
    }
  }

  private mutating func change(
    _ product: Int, from whole: ActivityFeatures.Values, to rest: ActivityFeatures.Values,
    _ shares: ArraySlice<Double>
  ) {
    for feature in whole.indices where !whole[feature].isNaN {
      let difference = rest[feature] - whole[feature]
      let squareDifference = rest[feature] * rest[feature] - whole[feature] * whole[feature]
      for (component, share) in shares.enumerated() {
        let place = product * known.count + feature * components + component
        sumChange[place] += share * difference
        squaresChange[place] += share * squareDifference
      }
    }
  }
}
