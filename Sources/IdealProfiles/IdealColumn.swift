import Banking
import Cohorts
import Features

/// The ideal clients with regard to one product.
struct IdealColumn: Sendable {
  /// Cohort-major, `cohorts × profiles`.
  let cells: [IdealCell]
  /// The bank's reference members of all profiles together.
  let everyone: IdealCell
  /// By cohort level (`CohortLevel.depth`): pseudo-members with which a cell leans on its parent.
  let strengths: [Double]

  /// The root of the shrinkage, with half a holder and half a non-holder so that it is never 0 or 1.
  static func bankShare(holders: Int, of count: Int) -> Double { (Double(holders) + 0.5) / (Double(count) + 1) }
}

extension IdealColumn {
  /// What all columns of a night are made of.
  struct Builder: Sendable {
    let table: FeatureTable
    let cohorts: Cohorts
    let scoring: ProfileScoring
    let settings: ProfileSettings
    private let peers: [Int]
    /// By client: monthly income in minor units; empty where the bank earns nothing that is known.
    private let income: [Int64]
    /// By product: who has figures on it, held or not.
    private let users: [[(client: Int, holding: Int)]]

    init(_ table: FeatureTable, _ cohorts: Cohorts, _ scoring: ProfileScoring, _ settings: ProfileSettings) {
      (self.table, self.cohorts, self.scoring, self.settings) = (table, cohorts, scoring, settings)
      peers = (0..<table.clientCount).filter(table.isPeer)
      let earns = table.figures.contains { $0.observed12 > 0 && $0.income12 != 0 }
      income = earns ? (0..<table.clientCount).map { table.monthlyIncome(of: $0) ?? 0 } : []
      var users = [[(client: Int, holding: Int)]](repeating: [], count: table.productCount)
      for client in 0..<table.clientCount {
        for (place, holding) in zip(
          table.snapshot.holdings(of: client).indices, table.snapshot.holdings(of: client))
        {
          users[Int(holding.product)].append((client, place))
        }
      }
      self.users = users
    }

    /// One more than the cells: the last stands for all profiles of the bank.
    private var cellCount: Int { cohorts.all.count * scoring.profileCount + 1 }

    func column(_ product: Int) -> IdealColumn {
      let rest = incomeWithout(product)
      let members = memberCells(product)
      var ranked = Buckets(cells: cellCount, members.map { ($0.cell, rest.isEmpty ? 0 : rest[$0.client]) })
      var thresholds = [Int64?](repeating: nil, count: cellCount)
      if !rest.isEmpty {
        for cell in 0..<cellCount { thresholds[cell] = ranked.lowestOfUpper(cell, settings.referenceShare) }
      }
      var counts = Counts(cells: cellCount)
      for cell in 0..<cellCount { counts.members[cell] = ranked.count(cell) }
      var holders: [(cell: Int, client: Int)] = []
      for (client, cell) in members where rest.isEmpty || rest[client] >= thresholds[cell] ?? .min {
        let isBankLevel = cell < scoring.profileCount
        counts.add(cell, holds: table.holds(client, product))
        if isBankLevel { counts.add(cellCount - 1, holds: table.holds(client, product)) }
        guard table.holds(client, product) else { continue }
        holders.append((cell, client))
        if isBankLevel { holders.append((cellCount - 1, client)) }
      }
      counts.members[cellCount - 1] = peers.count
      return assemble(counts, thresholds, usage(product, holders))
    }

    private func incomeWithout(_ product: Int) -> [Int64] {
      guard !income.isEmpty else { return [] }
      var rest = income
      for (client, place) in users[product] {
        rest[client] = table.monthlyIncome(of: client, without: table.snapshot.holdings[place]) ?? 0
      }
      return rest
    }

    /// Every peer once for each cohort of its chain.
    private func memberCells(_ product: Int) -> [(client: Int, cell: Int)] {
      let parents = cohorts.all.map { $0.parent ?? -1 }
      var members: [(client: Int, cell: Int)] = []
      members.reserveCapacity(peers.count * CohortLevel.allCases.count)
      for client in peers {
        let profile = scoring.profile(of: client, without: product)
        var cohort = Int(cohorts.ofClient[client])
        while cohort >= 0 {
          members.append((client, cohort * scoring.profileCount + profile))
          cohort = parents[cohort]
        }
      }
      return members
    }

    private func usage(_ product: Int, _ holders: [(cell: Int, client: Int)]) -> [ProductUsage?] {
      guard table.snapshot.hasIncome else {
        return [ProductUsage?](repeating: nil, count: cellCount)
      }
      var rates = [MonthlyRates?](repeating: nil, count: table.clientCount)
      for (client, place) in users[product] {
        rates[client] = table.monthlyRates(of: client, table.snapshot.holdings[place])
      }
      let known = holders.compactMap { pair in rates[pair.client].map { (cell: pair.cell, rates: $0) } }
      var incomes = Buckets(cells: cellCount, known.map { ($0.cell, $0.rates.income.minorUnits) })
      var operations = Buckets(cells: cellCount, known.map { ($0.cell, $0.rates.operations) })
      return (0..<cellCount).map { cell in
        guard let typical = incomes.quantile(cell, 0.5), let ideal = incomes.quantile(cell, 0.8),
          let median = operations.quantile(cell, 0.5)
        else { return nil }
        return ProductUsage(
          holders: incomes.count(cell), typicalIncome: Money(minorUnits: typical),
          idealIncome: Money(minorUnits: ideal), typicalOperations: median)
      }
    }
  }
}
