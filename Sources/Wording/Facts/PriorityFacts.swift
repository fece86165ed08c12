/// What a trigger's priority is made of.
package struct PriorityFacts: Sendable {
  /// The factors in the order in which they are multiplied; those that conversion is made of follow it.
  package let factors: [(term: PriorityTerm, value: Double)]

  package init(factors: [(term: PriorityTerm, value: Double)]) { self.factors = factors }
}
