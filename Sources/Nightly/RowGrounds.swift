import Banking
import Gaps
import LifeCycle
import Store
import Triggers

/// What the rows of a night's clients follow from, as hashes: as long as a client's stays the same, so does its row.
///
/// It is what is known of the client, by which lessons it is judged, its stage, and what became of its candidates. Nothing else
/// goes into a row: other clients speak only through the lessons, and of the date matter the months that are over, by which the
/// lessons go, and the windows of what was opened lately.
struct RowGrounds: Sendable {
  let snapshot: Snapshot
  /// By client.
  private let stages: [StageAssessment?]
  private let previousStages: ClientStages
  /// Of what all clients are judged by: the run that learned, the policy, the program, and which products may stand beside which.
  private let judgement: ContentHash
  private let windows: OpeningWindows
  /// Stands for the statuses of an idle client. No status has such a code.
  private static let idle: Int64 = -1

  /// - Parameter run: that learned what tonight's clients are judged by.
  init(
    _ snapshot: Snapshot, _ stages: [StageAssessment?], previousStages: ClientStages, run: String, _ terms: LessonTerms
  ) {
    self.snapshot = snapshot
    self.stages = stages
    self.previousStages = previousStages
    windows = OpeningWindows(upTo: snapshot.asOf)
    var hash = ContentHash()
    hash.combine(run)
    hash.combine(terms.policyHash)
    hash.combine(terms.version)
    hash.combine(snapshot.hasIncome ? 1 : 0)
    for product in snapshot.catalogue.products {
      hash.combine(product.sellable ? 1 : 0)
      for codes in [product.requires, product.excludes] {
        hash.combine(Int64(codes.count))
        for code in codes { hash.combine(code.rawValue) }
      }
    }
    judgement = hash
  }

  /// Of an idle client: its statuses follow from the rest.
  func whereIdle(_ client: Int) -> Int64 {
    var hash = known(of: client)
    hash.combine(Self.idle)
    return hash.content
  }

  func hash(of client: Int, _ statuses: some Sequence<RecommendationStatus>) -> Int64 {
    var hash = known(of: client)
    for status in statuses {
      let code = StatusCode(status)
      hash.combine(Int64(code.code) << 16 | Int64(code.product) & 0xFFFF)
    }
    return hash.content
  }

  private func known(of client: Int) -> ContentHash {
    var hash = judgement
    hash.combine(snapshot.clients[client])
    hash.combine(attributesOf: client, in: snapshot)
    for holding in snapshot.holdings(of: client) { hash.combine(holding, in: snapshot, windows) }
    for cell in client * snapshot.monthsOfHistory..<(client + 1) * snapshot.monthsOfHistory {
      hash.combine(snapshot.monthlyIncome[cell])
      hash.combine(Int64(snapshot.monthlyOperations[cell]))
    }
    hash.combine(stages[client]?.stage.rawValue)
    hash.combine(stages[client]?.since.map { Int64($0.index) })
    hash.combine(previousStages.stored(before: stages[client]?.stage, of: snapshot.clients[client].id))
    return hash
  }
}

extension ClientStages {
  /// What `client_standing.previous_stage` says of a client: nil as long as a stage lasts, so that the row of a client that does
  /// not change stays the same.
  func stored(before stage: Stage?, of client: ClientID) -> String? {
    guard !isEmpty else { return nil }
    let previous = self[client]
    return previous == stage ? nil : previous?.rawValue ?? ""
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
    for spell in snapshot.spells(of: holding) {
      combine(spell.start)
      combine(spell.isChosen ? 1 : 0)
      combine(spell.end)
      combine(windows.place(of: spell.start) << 2 | windows.place(of: spell.end))
    }
    combine(holding.maturesOn)
    if holding.maturesOn != nil { combine(Int64(holding.openAccounts) << 16 | Int64(holding.maturingAccounts)) }
    combine(holding.lastActive.map { Int64($0.index) })
    combine(holding.income3)
    combine(holding.income12)
    combine(holding.incomeYearAgo)
    combine(Int64(holding.operations3) << 32 | Int64(holding.operations12))
  }
}
