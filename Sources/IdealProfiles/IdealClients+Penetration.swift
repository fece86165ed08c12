import Banking
import Cohorts
import Features

extension IdealClients {
  /// The product's penetration among the client's own kind. A client is never its own yardstick: where it is a
  /// reference member it is taken out of its cell and of every wider one the cell leans on. Constant time.
  package func penetration(for client: Int, product: Int) -> Penetration {
    penetration(in: Int(cohorts.ofClient[client]), Question(client, product, self))
  }

  /// Whether the client is among the cohort's reference members with regard to the product.
  package func isReferenceMember(_ client: Int, cohort: Int, product: Int) -> Bool {
    guard cohorts.chain(from: Int(cohorts.ofClient[client])).contains(cohort) else { return false }
    let question = Question(client, product, self)
    return question.isReference(columns[product].cells[cohort * scoring.profileCount + question.profile])
  }

  private func penetration(in cohort: Int, _ question: Question) -> Penetration {
    let column = columns[question.product]
    let cell = column.cells[cohort * scoring.profileCount + question.profile]
    let own = question.isReference(cell) ? 1 : 0
    let (members, holders) = (cell.referenceMembers - own, cell.holders - own * question.holds)
    let parent =
      cohorts.all[cohort].parent.map { penetration(in: $0, question).value }
      // The bank's cell leans on all profiles together, which the client is part of just when it is part of the cell.
      ?? IdealColumn.bankShare(
        holders: column.everyone.holders - own * question.holds, of: column.everyone.referenceMembers - own)
    let value = BetaBinomial.shrunk(
      holders: holders, of: members, toward: parent, strength: column.strengths[cohorts.all[cohort].level.depth])
    return Penetration(value: value, referenceMembers: members, holders: holders)
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

    init(_ client: Int, _ product: Int, _ ideal: IdealClients) {
      self.product = product
      profile = ideal.scoring.profile(of: client, without: product)
      holds = ideal.table.holds(client, product) ? 1 : 0
      isPeer = ideal.table.isPeer(client)
      let holding = ideal.table.snapshot.holdings(of: client).first { Int($0.product) == product }
      rest = ideal.table.monthlyIncome(of: client, without: holding) ?? 0
    }

    func isReference(_ cell: IdealCell) -> Bool { isPeer && rest >= cell.threshold?.minorUnits ?? .min }
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
