package import Triggers

/// What is known of a sale by one item of the check-list.
package struct QualificationFacts: Sendable {
  package let item: Code<QualificationItem>
  package let answer: Code<QualificationAnswer>
  package let note: String?

  package init(item: Code<QualificationItem>, answer: Code<QualificationAnswer>, note: String?) {
    self.item = item
    self.answer = answer
    self.note = note
  }
}
