/// How much what a manager found out moves a priority, by item of the check-list.
package struct QualificationPolicy: Sendable, Hashable {
  /// Factor of an item that is known to be there: all six together about double it.
  package var known = 1.12
  /// Factor of an item that is known to be missing: without all six a third is left.
  package var missing = 0.83

  package init() {}

  package func factor(_ answers: [QualificationItem: QualificationAnswer]) -> Double {
    QualificationItem.allCases.reduce(1) { factor, item in
      switch answers[item] {
      case .yes: factor * known
      case .no: factor * missing
      case .unknown, nil: factor
      }
    }
  }
}
