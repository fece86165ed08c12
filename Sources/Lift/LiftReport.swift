package import Banking
import Features

/// What the triggers brought: clients with triggers against the control group, by intention to treat.
package struct LiftReport: Sendable {
  package let treated: LiftArm
  package let control: LiftArm
  /// By measure, those that can be said at all: both arms have clients of whom it is known.
  package let figures: [LiftFigure]
  /// Whether whole managers were drawn for the intervals.
  package let isByManager: Bool

  package static let resamples = 2000

  /// - Parameter random: for the resamples; the same seed and clients give the same report, in any order of clients.
  package init(_ clients: [LiftClient], random: SeededRandom) {
    treated = LiftArm(clients.lazy.filter { !$0.isControl })
    control = LiftArm(clients.lazy.filter(\.isControl))
    let groups = LiftMeasure.allCases.map { ($0, LiftGroups(clients, $0)) }
    isByManager = groups.first?.1.areManagers ?? false
    figures = groups.compactMap { measure, groups in
      Self.figure(measure, groups, random: random.stream(UInt64(LiftMeasure.allCases.firstIndex(of: measure) ?? 0)))
    }
  }

  /// Groups are drawn with replacement (the cluster bootstrap: Cameron, Gelbach & Miller, "Bootstrap-Based Improvements
  /// for Inference with Clustered Errors", 2008); the interval lies between the 2.5th and 97.5th percentiles.
  private static func figure(_ measure: LiftMeasure, _ groups: LiftGroups, random: SeededRandom) -> LiftFigure? {
    let total = groups.total
    guard total.treated.clients > 0, total.control.clients > 0 else { return nil }
    var random = random
    var drawn: [Double] = []
    drawn.reserveCapacity(resamples)
    for _ in 0..<resamples {
      var sums = LiftGroups.Sums()
      for _ in groups.groups {
        let group = groups.groups[random.below(groups.groups.count)]
        sums.treated += group.treated
        sums.control += group.control
      }
      if sums.treated.clients > 0, sums.control.clients > 0 { drawn.append(sums.difference) }
    }
    guard !drawn.isEmpty else { return nil }
    drawn.sort()
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, drawn.count - 1))
    return LiftFigure(
      measure: measure, treated: total.treated.mean, control: total.control.mean, difference: total.difference,
      low: interpolatedQuantile(drawn, 0.025), high: interpolatedQuantile(drawn, 0.975),
      standardError: variance.squareRoot())
  }
}
