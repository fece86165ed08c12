import Banking
import Cohorts

extension IdealColumn.Builder {
  /// Counts by cell.
  struct Counts {
    var members: [Int]
    var reference: [Int]
    var holders: [Int]

    init(cells: Int) {
      members = [Int](repeating: 0, count: cells)
      reference = members
      holders = members
    }

    mutating func add(_ cell: Int, holds: Bool) {
      reference[cell] += 1
      if holds { holders[cell] += 1 }
    }
  }

  /// Shrinks from wide to narrow, one level after the other: a bank's profile leans on the bank, an industry's on the
  /// bank's same profile, a region's on its industry's. The strength is estimated over all cells of the level.
  func assemble(_ counts: Counts, _ thresholds: [Int64?], _ usage: [ProductUsage?]) -> IdealColumn {
    let everyone = counts.members.count - 1
    let root = IdealColumn.bankShare(holders: counts.holders[everyone], of: counts.reference[everyone])
    var shares = [Double](repeating: root, count: counts.members.count)
    var strengths: [Double] = []
    for level in [CohortLevel.bank, .industry, .region] {
      let cells = cohorts.all.indices.filter { cohorts.all[$0].level == level }.flatMap { cohort in
        (0..<scoring.profileCount).map { (place: cohort * scoring.profileCount + $0, parent: parent(cohort, $0)) }
      }
      let siblings = cells.map {
        BetaBinomial.Cell(
          count: counts.reference[$0.place], holders: counts.holders[$0.place], parent: shares[$0.parent])
      }
      let strength = BetaBinomial.strength(siblings, settings)
      for (cell, sibling) in zip(cells, siblings) {
        shares[cell.place] = BetaBinomial.shrunk(
          holders: sibling.holders, of: sibling.count, toward: sibling.parent, strength: strength)
      }
      strengths.append(strength)
    }
    let cells = shares.indices.map { place in
      IdealCell(
        memberCount: counts.members[place], referenceMembers: counts.reference[place],
        holders: counts.holders[place], threshold: thresholds[place].map(Money.init(minorUnits:)),
        penetration: shares[place], usage: usage[place])
    }
    return IdealColumn(cells: Array(cells.dropLast()), everyone: cells[everyone], strengths: strengths)
  }

  /// The cell that a cohort's profile leans on; the bank's lean on all profiles together.
  private func parent(_ cohort: Int, _ profile: Int) -> Int {
    guard let wider = cohorts.all[cohort].parent else { return cohorts.all.count * scoring.profileCount }
    return wider * scoring.profileCount + profile
  }
}
