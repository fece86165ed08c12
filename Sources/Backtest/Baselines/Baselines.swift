import Banking
import Cohorts
import Features
import Gaps

/// The rankings that users ask about, from what was known on the date and nothing else.
struct Baselines: Sendable {
  let table: FeatureTable
  let cohorts: Cohorts
  /// Clusters of the k-means baseline: as many as xsell has profiles.
  let clusters: Int
  let random: SeededRandom

  /// - Returns: client-major scores; nil for xsell, which is no baseline.
  func scores(_ ranker: Ranker) -> [Float]? {
    switch ranker {
    case .xsell: nil
    case .mostHeld: bankWide(holders)
    case .mostOpened: bankWide(openings(after: nil))
    case .openedLastMonth: bankWide(openings(after: monthStart))
    case .mostHeldInCohort: inCohort(holders)
    case .mostOpenedInCohort: inCohort(openings(after: nil))
    case .openedLastMonthInCohort: inCohort(openings(after: monthStart))
    case .coOwnership: ItemSimilarity(table).scores()
    case .kMeansProfile: kMeansProfile()
    }
  }

  private var monthStart: BusinessDate { table.snapshot.asOf.monthsEarlier(1) }

  /// Adds up, by client and product, into one cell for each `group` and product.
  private typealias Count = (_ client: Int, _ add: (_ product: Int) -> Void) -> Void

  private var holders: Count {
    { client, add in
      guard table.isPeer(client) else { return }
      for holding in table.snapshot.holdings(of: client) where holding.isHeld { add(Int(holding.product)) }
    }
  }

  private func openings(after start: BusinessDate?) -> Count {
    { client, add in
      for holding in table.snapshot.holdings(of: client) {
        for spell in table.snapshot.spells(of: holding) where spell.isChosen {
          if let opened = spell.start, start.map({ opened > $0 }) ?? true { add(Int(holding.product)) }
        }
      }
    }
  }

  /// Every client is offered the same.
  private func bankWide(_ count: Count) -> [Float] {
    let shares = counted(count, groups: 1) { _ in 0 }.map { Float($0 / Double(max(1, table.clientCount))) }
    return (0..<table.clientCount).flatMap { _ in shares }
  }

  /// By the cohort's own count, the bank's being worth one member more.
  private func inCohort(_ count: Count) -> [Float] {
    let p = table.productCount
    let whole = counted(count, groups: 1) { _ in 0 }.map { $0 / Double(max(1, table.clientCount)) }
    let own = counted(count, groups: cohorts.all.count) { Int(cohorts.ofClient[$0]) }
    return (0..<table.clientCount).flatMap { client in
      let cohort = Int(cohorts.ofClient[client])
      let members = Double(cohorts.all[cohort].memberCount)
      return (0..<p).map { Float((own[cohort * p + $0] + whole[$0]) / (members + 1)) }
    }
  }

  private func counted(_ count: Count, groups: Int, _ group: (Int) -> Int) -> [Double] {
    var counts = [Double](repeating: 0, count: groups * table.productCount)
    for client in 0..<table.clientCount {
      let first = group(client) * table.productCount
      count(client) { counts[first + $0] += 1 }
    }
    return counts
  }

  private func kMeansProfile() -> [Float] {
    let points = ClusterPoints(table)
    let clustering = KMeans.fit(points, clusters: clusters, random: random)
    let shares = points.holdingShares(clustering)
    return (0..<table.clientCount).flatMap { client in
      let first = Int(clustering.cluster[client]) * table.productCount
      return (0..<table.productCount).map { shares[first + $0] - (table.holds(client, $0) ? 1 : 0) }
    }
  }
}
