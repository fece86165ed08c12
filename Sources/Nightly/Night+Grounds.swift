import Banking
import Gaps
import LifeCycle
import Store
import Triggers

extension Night {
  /// A hash of all that a client's row follows from: what is known of the client, by which lessons it is judged, and what
  /// became of its stage and its candidates tonight. As long as it stays the same, the row is what it was and need not be made.
  ///
  /// Nothing else goes into a row: other clients speak only through the lessons, and of the date matter the months that are
  /// over, by which the lessons go, and the windows of what was opened lately.
  func grounds(of client: Int, _ judgement: Judgement) -> Int64 {
    var hash = judgement.hash
    hash.combine(snapshot.clients[client])
    hash.combine(attributesOf: client, in: snapshot)
    for holding in snapshot.holdings(of: client) { hash.combine(holding, in: snapshot, judgement.windows) }
    for cell in client * snapshot.monthsOfHistory..<(client + 1) * snapshot.monthsOfHistory {
      hash.combine(snapshot.monthlyIncome[cell])
      hash.combine(Int64(snapshot.monthlyOperations[cell]))
    }
    hash.combine(stages[client]?.stage.rawValue)
    hash.combine(stages[client]?.since.map { Int64($0.index) })
    hash.combine(storedPreviousStage(client))
    for status in decisions.statuses(of: client) {
      let code = StatusCode(status)
      hash.combine(Int64(code.code) << 16 | Int64(code.product) & 0xFFFF)
    }
    return hash.content
  }
}

extension Night {
  /// By what all clients of a night are judged.
  struct Judgement {
    /// Of the run that learned, the policy, the program, and which products may stand beside which.
    let hash: ContentHash
    let windows: OpeningWindows
  }

  func judgement(run: String, _ terms: LessonTerms) -> Judgement {
    var hash = ContentHash()
    hash.combine(lessonRun ?? run)
    hash.combine(terms.policyHash)
    hash.combine(terms.version)
    for product in snapshot.catalogue.products {
      hash.combine(product.sellable ? 1 : 0)
      for codes in [product.requires, product.excludes] {
        hash.combine(Int64(codes.count))
        for code in codes { hash.combine(code.rawValue) }
      }
    }
    return Judgement(hash: hash, windows: OpeningWindows(upTo: snapshot.asOf))
  }
}

extension ContentHash {
  fileprivate mutating func combine(_ facts: ClientFacts) {
    combine(facts.id.rawValue)
    combine(facts.number)
    combine(facts.manager?.rawValue)
    combine(Int64(facts.region) << 32 | Int64(facts.industry) & 0xFFFF_FFFF)
    combine(Int64(facts.legalForm))
    combine(facts.openedOn)
    combine(facts.closedOn)
    combine(facts.annualTurnover?.minorUnits)
    combine(facts.contactAllowed ? 1 : 0)
  }

  fileprivate mutating func combine(attributesOf client: Int, in snapshot: Snapshot) {
    for column in snapshot.attributes.columns {
      switch column.values {
      case .quantity(let values): combine(Int64(bitPattern: values[client].bitPattern))
      case .category(_, let codes): combine(Int64(codes[client]))
      }
    }
  }

  fileprivate mutating func combine(_ holding: Holding, in snapshot: Snapshot, _ windows: OpeningWindows) {
    combine(Int64(holding.product) << 16 | Int64(holding.activeMonths) << 1 | (holding.isHeld ? 1 : 0))
    combine(Int64(holding.spells.count))
    for spell in snapshot.spells[Int(holding.spells.lowerBound)..<Int(holding.spells.upperBound)] {
      combine(spell.start)
      combine(spell.end)
      combine(windows.place(of: spell.start) << 2 | windows.place(of: spell.end))
    }
    combine(holding.maturesOn)
    combine(holding.lastActive.map { Int64($0.index) })
    combine(holding.income3)
    combine(holding.income12)
    combine(Int64(holding.operations3) << 32 | Int64(holding.operations12))
  }
}
