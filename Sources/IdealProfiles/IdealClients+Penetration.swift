import Banking
import Cohorts
import Features

extension IdealClients {
  /// The product's penetration among the client's own kind. A client is never its own yardstick: where it is a
  /// reference member it is taken out of its cell and of every wider one the cell leans on. Constant time. (A client
  /// that changed since the cells were counted is taken out as it is now, so never below nothing.)
  package func penetration(for client: Int, product: Int) -> Penetration {
    penetration(in: cohorts.chain(from: Int(cohorts.ofClient[client])), question(client, product))
  }

  /// The same for all products at once, in the order of the catalogue.
  package func penetrations(for client: Int) -> [Penetration] {
    let products = table.productCount
    var rest = [Int64](repeating: table.monthlyIncome(of: client) ?? 0, count: products)
    let snapshot = table.snapshot
    for place in Int(snapshot.holdingStarts[client])..<Int(snapshot.holdingStarts[client + 1]) {
      let holding = snapshot.holdings[place]
      rest[Int(holding.product)] = table.monthlyIncome(of: client, without: holding) ?? 0
    }
    let isPeer = table.isPeer(client)
    let chain = cohorts.chain(from: Int(cohorts.ofClient[client]))
    return (0..<products).map { product in
      penetration(
        in: chain,
        Question(
          product: product, profile: scoring.profile(of: client, without: product),
          holds: table.holds(client, product) ? 1 : 0, isPeer: isPeer, rest: rest[product]))
    }
  }

  /// From the bank's cell down to the narrowest, each leaning on the one before.
  private func penetration(in chain: [Int], _ question: Question) -> Penetration {
    // The bank's cell leans on all profiles together, which the client is part of just when it is part of the cell.
    var answer = Penetration(value: 0, referenceMembers: 0, holders: 0)
    for (depth, cohort) in chain.reversed().enumerated() {
      let place = cohort * scoring.profileCount + question.profile
      let own = question.isReference(threshold: columns[question.product].cells[place].threshold) ? 1 : 0
      let members = max(0, columns[question.product].cells[place].referenceMembers - own)
      let holders = max(0, columns[question.product].cells[place].holders - own * question.holds)
      let parent =
        depth > 0
        ? answer.value
        : IdealColumn.bankShare(
          holders: max(0, columns[question.product].everyone.holders - own * question.holds),
          of: max(0, columns[question.product].everyone.referenceMembers - own))
      let value = BetaBinomial.shrunk(
        holders: holders, of: members, toward: parent,
        strength: columns[question.product].strengths[cohorts.all[cohort].level.depth])
      answer = Penetration(value: value, referenceMembers: members, holders: holders)
    }
    return answer
  }

  private func question(_ client: Int, _ product: Int) -> Question {
    let holding = table.snapshot.holdings(of: client).first { Int($0.product) == product }
    return Question(
      product: product, profile: scoring.profile(of: client, without: product),
      holds: table.holds(client, product) ? 1 : 0, isPeer: table.isPeer(client),
      rest: table.monthlyIncome(of: client, without: holding) ?? 0)
  }

  /// A client in front of a product.
  private struct Question {
    let product: Int
    let profile: Int
    /// 1 = holds it.
    let holds: Int
    let isPeer: Bool
    /// Monthly income without the product, minor units.
    let rest: Int64

    func isReference(threshold: Money?) -> Bool { isPeer && rest >= threshold?.minorUnits ?? .min }
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
