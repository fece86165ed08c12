import Banking
package import Features
import Glibc

/// What is known at one date of the clients' business, from which the inputs are written for what a product would bring
/// a client. Built by the same code tonight and at past dates.
package struct BusinessInputs: Sendable {
  let table: FeatureTable
  let holders: PotentialModel
  /// By client × product, the profile with that product left out.
  let profiles: [UInt8]
  let unit: Double
  /// By product: the median holder's income in a month with activity, on the scale asinh(income / unit); NaN = none.
  let usual: [Double]

  /// - Parameter unit: the same at all dates.
  package init(
    _ table: FeatureTable, holders: PotentialModel, profiles: [UInt8], unit: Double, threads: Int
  ) async {
    self.init(
      table, holders: holders, profiles: profiles, unit: unit,
      usual: await Self.usual(table, unit: unit, threads: threads))
  }

  init(_ table: FeatureTable, holders: PotentialModel, profiles: [UInt8], unit: Double, usual: [Double]) {
    self.table = table
    self.holders = holders
    self.profiles = profiles
    self.unit = unit
    self.usual = usual
  }

  private static func usual(_ table: FeatureTable, unit: Double, threads: Int) async -> [Double] {
    let places = ProductHolders(table)
    return await inParallel(table.productCount, threads: threads) { product in
      let incomes = places.of(product).map { (client: $0.client, holding: table.snapshot.holdings[$0.holding]) }
        .filter { $0.holding.activeMonths > 0 }.map { incomeInUse(table, $0.client, $0.holding, unit) }
      return incomes.isEmpty ? .nan : interpolatedQuantile(incomes.sorted(), 0.5)
    }
  }

  static let count = 21

  /// Income in a month with activity, or in any where one charge pays for several.
  private static func incomeInUse(_ table: FeatureTable, _ client: Int, _ holding: Holding, _ unit: Double) -> Double {
    let months =
      table.billing[Int(holding.product)] > 1
      ? table.observedMonths(of: client, holding) : Int(holding.activeMonths)
    return asinh(Double(holding.income12) / 100 / Double(max(1, months)) / unit)
  }

  /// What is the same for every product, in the order of `row`'s tail.
  func common(of client: Int) -> [Double] {
    let snapshot = table.snapshot
    var relative = Relative()
    var uses = 0.0
    var income = 0.0
    var operations = 0.0
    var lastActive: Month?
    for holding in snapshot.holdings(of: client) {
      if let last = holding.lastActive { lastActive = max(last, lastActive ?? last) }
      guard holding.activeMonths > 0 else { continue }
      uses += Double(holding.activeMonths)
      income += Double(holding.income12) / 100
      operations += Double(holding.operations12)
      relative.add(Self.incomeInUse(table, client, holding, unit) - usual[Int(holding.product)])
    }
    let months = Double(activeMonths(of: client))
    let recency = lastActive.map { log(1 + Double(snapshot.lastMonth.months(since: $0))) } ?? .nan
    let held = log(1 + relative.count)
    let breadth = months > 0 ? uses / months : .nan
    let level = relative.mean
    return table.features(of: client) + [
      level, relative.spread, held, recency, log(1 + months), breadth,
      uses > 0 ? asinh(income / uses / unit) : .nan, uses > 0 ? log(1 + operations / uses) : .nan,
      level * level, level * held, level * relative.spread, level * recency, level * breadth,
    ]
  }

  /// The inputs for one product: what new holders bring on it, what holders do, what comparable holders do, and the
  /// client's own business.
  func row(_ client: Int, _ product: Int, common: [Double], newHolders: Double) -> [Double] {
    let snapshot = table.snapshot
    let holding = snapshot.holdings(of: client).first { $0.product == product }
    let comparable = holders.typical(
      table, client: client, product: product, holding: holding,
      profile: profiles[client * table.productCount + product])
    return [newHolders, usual[product], comparable.map { asinh($0 / unit) } ?? .nan] + common
  }

  /// Months of the last 12 with any income or operation.
  private func activeMonths(of client: Int) -> Int {
    let snapshot = table.snapshot
    let end = (client + 1) * snapshot.monthsOfHistory
    return (end - min(12, snapshot.monthsOfHistory)..<end).count {
      snapshot.hasBusiness(at: $0)
    }
  }
}

/// How a client's income on its products compares with what is usual on them: differences on a logarithmic scale.
private struct Relative {
  private(set) var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ difference: Double) {
    guard difference.isFinite else { return }
    count += 1
    sum += difference
    squares += difference * difference
  }

  /// Shrunk toward the usual by one product's worth of evidence.
  var mean: Double { sum / (count + 1) }
  var spread: Double {
    guard count > 0 else { return 0 }
    return max(0, squares / count - (sum / count) * (sum / count)).squareRoot()
  }
}
