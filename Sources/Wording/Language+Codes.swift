package import Banking
package import Triggers

/// Codes in words, or in their own spelling where the program has no words for them.
extension Language {
  package func label(_ label: Label) -> String { labels[label] ?? "\(label)" }
  package func title(_ column: ColumnTitle) -> String { titles[column] ?? "\(column)" }

  package func name(_ code: Code<Gap>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<Stage>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<Segment>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<Driver>) -> String { code.term.flatMap { drivers[$0] } ?? code.spelled }
  package func name(_ code: Code<TriggerState>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<RunState>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<RunKind>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<CohortLevel>) -> String { code.term.map { name($0) } ?? code.spelled }

  package func action(_ facts: TriggerFacts) -> String {
    facts.kind.term.map { action($0, product: facts.productName) }
      ?? [facts.kind.spelled, facts.productName].compactMap { $0 }.joined(separator: ": ")
  }

  package func name(_ code: Code<RefusalReason>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<QualificationItem>) -> String { code.term.map { name($0) } ?? code.spelled }
  package func name(_ code: Code<QualificationAnswer>) -> String { code.term.map { name($0) } ?? code.spelled }

  /// The fact where there is one, else the status.
  package func statusCell(_ facts: RecommendationFacts) -> String {
    if let fact = facts.statusFact?.term { return cell(fact, other: facts.statusProduct) }
    if let stage = facts.suppressingStage { return cell(suppressedAt: stage) }
    return facts.status.term.map { cell($0) } ?? facts.status.spelled
  }

  package func statusSentence(_ facts: RecommendationFacts) -> String {
    let product = facts.productName
    if let fact = facts.statusFact?.term { return sentence(fact, product: product, other: facts.statusProduct) }
    if let stage = facts.suppressingStage { return sentence(suppressedAt: stage, product: product) }
    return facts.status.term.map { sentence($0, product: product) } ?? "\(product): \(facts.status.spelled)."
  }

  /// What has to be said about the chances where they were not learnt from openings.
  package func note(on basis: Code<Basis>) -> String? {
    switch basis.term {
    case .holding: note(.holdingNotOpening)
    case .penetration: note(.shareNotForecast)
    case .transitions, nil: nil
    }
  }
}
