package import Banking

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

  package func statusCell(_ facts: RecommendationFacts) -> String {
    facts.status.term.map { cell($0, other: facts.statusProduct) } ?? facts.status.spelled
  }

  package func statusSentence(_ facts: RecommendationFacts) -> String {
    facts.status.term.map { sentence($0, product: facts.productName, other: facts.statusProduct) }
      ?? "\(facts.productName): \(facts.status.spelled)."
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
