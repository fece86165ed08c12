import Banking
import Features
import Glibc

/// Writes the input rows of one client after the other; keeps its buffers.
struct TransitionRow {
  private let inputs: TransitionInputs
  private let products: Int
  private let windows: OpeningWindows
  private let monthEnd: BusinessDate
  private var state = ClientOwnership()
  private var cells: [Int] = []
  private var together: [Double]
  private var leading: [Double]
  private var following: [Double]
  /// By product: months since dropped, NaN = never held.
  private var dropped: [Double]
  /// The inputs that are the same for every product, in the order of `TransitionInputs.fixed` from `.productCount`.
  private(set) var common: [Float] = []
  private var client = 0
  /// The row of the product asked for last.
  private(set) var values: [Float] = []

  init(_ inputs: TransitionInputs) {
    self.inputs = inputs
    products = inputs.table.productCount
    let asOf = inputs.table.snapshot.asOf
    windows = OpeningWindows(upTo: asOf)
    monthEnd = asOf.lastCompleteMonth.lastDay
    together = Array(repeating: 0, count: products)
    leading = together
    following = together
    dropped = together
    values.reserveCapacity(inputs.names.count)
  }

  /// Turns to another client.
  mutating func turn(to client: Int) {
    self.client = client
    let snapshot = inputs.table.snapshot
    state.read(snapshot, client, day: snapshot.asOf, monthStart: windows.month, agesUntil: monthEnd)
    let tenure = snapshot.firstDay(of: client).map { ClientOwnership.age($0, monthEnd) }
    inputs.groups.cells(of: client, state, tenure: tenure, into: &cells)
    inputs.lessons.coOwnership.scores(held: state.held, into: &together)
    Self.sum(inputs.lessons.ratios.pair, state.held, into: &leading)
    Self.sum(inputs.lessons.ratios.next, state.opened, into: &following)
    for product in 0..<products { dropped[product] = .nan }
    for (product, months) in state.dropped { dropped[product] = months }
    fillCommon(snapshot)
  }

  /// Writes the row of the client and the product into `values`.
  mutating func fill(_ product: Int) {
    values.removeAll(keepingCapacity: true)
    for cell in cells { values.append(inputs.lessons.ratios.cell[cell * products + product]) }
    let share = inputs.lessons.coOwnership.shares[product]
    if let profiles = inputs.profiles {
      let known = profiles.penetration(client, product)
      let penetration = known.isNaN ? known : min(0.999, max(0.001, known))
      let profile = profiles.profile(client, product)
      values.append(inputs.lessons.ratios.profile[profile * products + product])
      values.append(Float(log(penetration / (1 - penetration))))
      values.append(Float(log(penetration / share)))
    } else {
      for _ in 0..<3 { values.append(.nan) }
    }
    values.append(Float(leading[product]))
    values.append(Float(following[product]))
    values.append(Float(together[product]))
    values.append(Float(together[product] / max(share, 0.001)))
    let months = dropped[product]
    values.append(
      months.isNaN ? .nan : inputs.lessons.ratios.dropped[OpeningCounts.droppedState(months) * products + product])
    values.append(Float(log(1 + months)))
    values.append(contentsOf: common)
  }

  private mutating func fillCommon(_ snapshot: Snapshot) {
    var recent = 0
    ClientOwnership.eachOpening(snapshot, client, after: windows.quarter, upTo: snapshot.asOf) { _ in recent += 1 }
    common.removeAll(keepingCapacity: true)
    for count in [state.held.count, state.opened.count, recent] { common.append(Float(log(1 + Double(count)))) }
    common.append(state.monthsSinceOpening.map { Float(log(1 + $0)) } ?? .nan)
    for feature in inputs.table.features(of: client) { common.append(Float(feature)) }
    let last = snapshot.holdings(of: client).compactMap(\.lastActive).max()
    common.append(last.map { Float(log(1 + Double(snapshot.lastMonth.months(since: $0)))) } ?? .nan)
    for quantity in inputs.quantities { common.append(Float(quantity[client])) }
  }

  /// Adds the ratios of the chosen products' rows, damped by how many there are: their reasons overlap.
  private static func sum(_ ratios: [Float], _ chosen: [Int], into sums: inout [Double]) {
    for product in sums.indices { sums[product] = 0 }
    for one in chosen {
      for product in sums.indices where product != one {
        sums[product] += Double(ratios[one * sums.count + product])
      }
    }
    let damping = pow(Double(max(1, chosen.count)), 0.7)
    for product in sums.indices { sums[product] /= damping }
  }
}
