import Glibc

/// How clients stay, by months of life (Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53,
/// 1958, with delayed entry), each month's hazard drawn towards the wider cohort's where few clients stand behind it.
package struct SurvivalCurve: Codable, Sendable {
  /// By month of life from 1 (element 0 is month 1): clients at risk, and lives that ended with it. Fractions where it is
  /// not certain that a silent client has gone.
  package let atRisk: [Double]
  package let ended: [Double]
  /// Chance that a life ends with the month, given that it reached it; of the supported months.
  package let hazard: [Double]
  /// Chance a month beyond the supported ones.
  package let tail: Double
  /// Share that outlives each month; element 0 = 1.
  private let outlived: [Double]

  /// - Parameters:
  ///   - parent: the wider cohort's; nil = the bank itself, which leans on its own mean hazard.
  ///   - priorClients: how many clients at risk the parent counts as.
  package init(_ counts: LifeCounts, parent: SurvivalCurve?, settings: SurvivalSettings) {
    let (atRisk, ended) = counts.byMonth
    self.atRisk = atRisk
    self.ended = ended
    let last = atRisk.lastIndex { $0 > 0 && $0 >= settings.minimumAtRisk }.map { $0 + 1 } ?? 0
    let supported = max(last, parent?.hazard.count ?? 0)
    func mean(_ months: Range<Int>, _ parentHazard: Double) -> Double {
      let own = months.clamped(to: atRisk.indices)
      let risk = own.reduce(0) { $0 + atRisk[$1] }
      let ends = own.reduce(0) { $0 + ended[$1] }
      return Self.drawn(ends, of: risk, to: parentHazard, by: settings.priorClients)
    }
    let overall = ended.reduce(0, +) / max(1, atRisk.reduce(0, +))
    hazard = (0..<supported).map { mean($0..<$0 + 1, parent?.hazard(month: $0 + 1) ?? overall) }
    tail = mean(max(0, supported - settings.tailMonths)..<max(atRisk.count, supported), parent?.tail ?? overall)
    var outlived = [1.0]
    for chance in hazard { outlived.append(outlived[outlived.count - 1] * (1 - chance)) }
    self.outlived = outlived
  }

  private static func drawn(_ ends: Double, of risk: Double, to hazard: Double, by prior: Double) -> Double {
    if prior == .infinity { return hazard }
    return risk + prior > 0 ? min(1, (ends + prior * hazard) / (risk + prior)) : 0
  }

  /// Chance that a life that reached the month (1, 2, …) ends with it.
  package func hazard(month: Int) -> Double { month <= hazard.count ? hazard[month - 1] : tail }

  /// Share that outlives so many months.
  package func survival(_ months: Int) -> Double {
    if months < outlived.count { return outlived[months] }
    return outlived[outlived.count - 1] * pow(1 - tail, Double(months - outlived.count + 1))
  }

  /// Mean months of life within the horizon: the area under the curve.
  package func expectedMonths(_ horizon: Int) -> Double { (0..<horizon).reduce(0) { $0 + survival($1) } }

  /// What one unit of money a month is worth over a new client's life, each month's discounted to the day it comes.
  /// - Parameter rate: a year.
  package func annuity(_ horizon: Int, rate: Double) -> Double {
    let month = pow(1 + rate, -1 / 12)
    var discount = 1.0
    return (0..<horizon).reduce(0) {
      discount *= month
      return $0 + survival($1) * discount
    }
  }
}
