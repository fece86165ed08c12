/// Clients at risk and lives ended by month of life, as they are counted.
package struct LifeCounts: Sendable {
  /// Change of the clients at risk from the month before, from month 1.
  private var joining: [Double] = []
  private var ended: [Double] = []

  package init() {}

  /// A life seen from the end of month `entry` to month `exit`.
  /// - Parameter ends: whether it ended with month `exit`; false = not known beyond it.
  package mutating func add(entry: Int, exit: Int, ends: Bool, weight: Double = 1) {
    guard weight > 0, exit > entry, exit > 0 else { return }
    while joining.count <= exit {
      joining.append(0)
      ended.append(0)
    }
    joining[max(0, entry)] += weight
    joining[exit] -= weight
    if ends { ended[exit - 1] += weight }
  }

  mutating func add(_ life: ObservedLife) {
    add(entry: life.entry, exit: life.ended, ends: true, weight: life.gone)
    add(entry: life.entry, exit: life.seen, ends: false, weight: 1 - life.gone)
  }

  static func += (a: inout LifeCounts, b: LifeCounts) {
    while a.joining.count < b.joining.count {
      a.joining.append(0)
      a.ended.append(0)
    }
    for month in b.joining.indices {
      a.joining[month] += b.joining[month]
      a.ended[month] += b.ended[month]
    }
  }

  /// From month 1 to the last one in which somebody was at risk.
  var byMonth: (atRisk: [Double], ended: [Double]) {
    var risk = 0.0
    let atRisk = joining.dropLast().map { change in
      risk += change
      // What is left of sums of fractions is no client.
      return risk > 1e-9 ? risk : 0
    }
    return (atRisk, Array(ended.dropLast()))
  }
}
