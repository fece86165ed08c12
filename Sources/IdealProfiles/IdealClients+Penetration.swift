import Banking
import Cohorts
import Features

extension IdealClients {
  /// Whether the client is among the cohort's reference members with regard to the product.
  package func isReferenceMember(_ client: Int, cohort: Int, product: Int) -> Bool {
    guard table.isPeer(client), cohorts.chain(from: Int(cohorts.ofClient[client])).contains(cohort) else {
      return false
    }
    let cell = cell(cohort: cohort, profile: scoring.profile(of: client, without: product), product: product)
    guard let threshold = cell.threshold else { return true }
    let holding = table.snapshot.holdings(of: client).first { Int($0.product) == product }
    return table.monthlyIncome(of: client, without: holding) ?? 0 >= threshold.minorUnits
  }

  /// The product's penetration among the client's own kind. A client is never its own yardstick: where it is a
  /// reference member it is taken out of its cell and of every wider one the cell leans on. Constant time.
  package func penetration(for client: Int, product: Int) -> Penetration {
    let column = columns[product]
    let profile = scoring.profile(of: client, without: product)
    let holds = table.holds(client, product) ? 1 : 0
    let chain = cohorts.chain(from: Int(cohorts.ofClient[client]))
    var counts = (members: column.everyone.referenceMembers, holders: column.everyone.holders)
    if isReferenceMember(client, cohort: 0, product: product) { counts = (counts.members - 1, counts.holders - holds) }
    var value = IdealColumn.bankShare(holders: counts.holders, of: counts.members)
    for cohort in chain.reversed() {
      let cell = cell(cohort: cohort, profile: profile, product: product)
      counts = (cell.referenceMembers, cell.holders)
      if isReferenceMember(client, cohort: cohort, product: product) {
        counts = (counts.members - 1, counts.holders - holds)
      }
      value = BetaBinomial.shrunk(
        holders: counts.holders, of: counts.members, toward: value,
        strength: column.strengths[cohorts.all[cohort].level.depth])
    }
    return Penetration(value: value, referenceMembers: counts.members, holders: counts.holders)
  }
}

extension CohortLevel {
  /// 0 for the bank, growing toward the narrow.
  var depth: Int {
    switch self {
    case .bank: 0
    case .industry: 1
    case .region: 2
    }
  }
}
