package import Banking
import Glibc

/// What the profiles see of each client: a few continuous features and which products it holds.
///
/// Continuous features, in this order: tenure, income, size, trend, activity (`ContinuousFeature`). They are on
/// compressing scales (logarithm, inverse hyperbolic sine) because SME figures span five orders of magnitude; the
/// mixture standardises them itself. Unknown is NaN.
package struct FeatureTable: Sendable {
  package let snapshot: Snapshot
  package let figures: FigureTable
  /// The bank's own tonight, unless another was asked for.
  package private(set) var scale: FeatureScale
  package let billing: BillingCycles
  /// Bit j of client i's words = holds product j; `words` 64-bit words a client.
  package let held: [UInt64]
  package let words: Int

  /// - Parameter scale: nil = the bank's own tonight.
  package init(_ snapshot: Snapshot, scale: FeatureScale? = nil, billing: BillingCycles = .monthly) {
    let all = snapshot.clients.indices
    self.init(snapshot, FigureTable(snapshot, all), held: Self.held(snapshot, all), scale: scale, billing)
  }

  /// The same on several threads.
  package init(
    _ snapshot: Snapshot, scale: FeatureScale? = nil, billing: BillingCycles = .monthly, threads: Int
  ) async {
    let pieces = chunks(of: snapshot.clients.count)
    let parts = await inParallel(pieces.count, threads: threads) { piece in
      (figures: FigureTable(snapshot, pieces[piece]), held: Self.held(snapshot, pieces[piece]))
    }
    self.init(snapshot, FigureTable(parts.map(\.figures)), held: parts.flatMap(\.held), scale: scale, billing)
  }

  private init(
    _ snapshot: Snapshot, _ figures: FigureTable, held: [UInt64], scale: FeatureScale?, _ billing: BillingCycles
  ) {
    self.snapshot = snapshot
    self.billing = billing
    self.figures = figures
    self.held = held
    self.scale = scale ?? FeatureScale(figures)
    words = Self.words(snapshot)
  }

  /// What the client brings a month; nil where the bank's income, or the client's, is not known.
  package func income(of client: Int) -> Money? { snapshot.hasIncome ? figures[client].monthlyIncome : nil }

  private static func words(_ snapshot: Snapshot) -> Int { max(1, (snapshot.catalogue.count + 63) / 64) }

  private static func held(_ snapshot: Snapshot, _ clients: Range<Int>) -> [UInt64] {
    let words = words(snapshot)
    var held = [UInt64](repeating: 0, count: clients.count * words)
    for (row, client) in clients.enumerated() {
      for place in snapshot.holdingStarts[client]..<snapshot.holdingStarts[client + 1] {
        let holding = snapshot.holdings[Int(place)]
        if holding.isHeld { held[row * words + Int(holding.product) / 64] |= 1 << UInt64(holding.product % 64) }
      }
    }
    return held
  }

  package var clientCount: Int { figures.count }
  package var productCount: Int { snapshot.catalogue.count }

  package func holds(_ client: Int, _ product: Int) -> Bool {
    held[client * words + product / 64] >> UInt64(product % 64) & 1 == 1
  }

  /// The client's continuous features. Made anew whenever they are asked for: kept, they would take as much memory as all
  /// of its holdings.
  package func features(of client: Int) -> FeatureValues {
    scale.features(figures[client], turnover: snapshot.clients[client].annualTurnover)
  }

  /// The client's continuous features with the holding's income and operations taken out: what its profile must be
  /// judged by when the question is whether it should have that very product.
  package func features(of client: Int, without holding: Holding) -> FeatureValues {
    scale.features(figures[client].without(holding), turnover: snapshot.clients[client].annualTurnover)
  }

  /// The same clients with their continuous features in other units, e.g. those that a kept model was fitted in.
  package func restated(in scale: FeatureScale) -> FeatureTable {
    var table = self
    table.scale = scale
    return table
  }

  /// Of the last 12 complete months, those in which the holding could be seen: bounded by the bank's history, the client's
  /// tenure and the months in which it was held; whole cycles where one charge pays for several months. 0 where the bank ships
  /// no activity.
  package func observedMonths(of client: Int, _ holding: Holding) -> Int {
    let observed = figures[client].observed12
    let months = holding.isHeld ? min(observed, snapshot.heldMonths(holding, ofLast: 12)) : observed
    let cycle = billing[Int(holding.product)]
    return (months + cycle - 1) / cycle * cycle
  }

  /// Whether the client counts as a peer of others: it has not left the bank.
  package func isPeer(_ client: Int) -> Bool { snapshot.clients[client].closedOn == nil }
}

/// The continuous features in their order.
package enum ContinuousFeature: Int, CaseIterable, Sendable {
  case tenure, income, size, trend, activity
  package static var count: Int { allCases.count }

  /// Those that a single product's income and operations move.
  package static let ofActivity: [ContinuousFeature] = [.income, .trend, .activity]
}

/// Units for the compressing scales, taken from the bank itself so that no currency is assumed.
package struct FeatureScale: Hashable, Codable, Sendable {
  /// A tenth of the median positive monthly income: asinh is linear below, logarithmic above.
  package let income: Double

  init(_ figures: FigureTable) {
    let positive = figures.compactMap(\.monthlyIncome).filter { $0.minorUnits > 0 }.sorted()
    income = positive.isEmpty ? 1 : positive[positive.count / 2].estimate / 10
  }

  /// A scale as it was kept; nil unless the unit is a positive number.
  package init?(income: Double) {
    guard income > 0, income.isFinite else { return nil }
    self.income = income
  }

  /// - tenure: log(1 + months);
  /// - income: asinh(monthly income / unit);
  /// - size: log(1 + annual turnover);
  /// - trend: the difference in asinh income between the last 3 months and the 12 months' average;
  /// - activity: log(1 + operations a month).
  func features(_ f: ClientFigures, turnover: Money?) -> FeatureValues {
    let observed = Double(f.observed12)
    let level = asinh(Double(f.income12) / 100 / observed / income)
    let recent = asinh(Double(f.income3) / 100 / Double(f.observed3) / income)
    return FeatureValues(
      tenure: f.tenureMonths.map { log(1 + Double($0)) } ?? .nan, income: f.observed12 > 0 ? level : .nan,
      size: turnover.map { log(1 + max(0, $0.estimate)) } ?? .nan,
      trend: f.observed12 >= 6 ? recent - level : .nan,
      activity: f.observed12 > 0 ? log(1 + max(0, Double(f.operations12)) / observed) : .nan)
  }
}
