package import Triggers

/// One line of the check-list as a manager gives it.
package struct QualificationNote: Sendable, Hashable {
  package let item: QualificationItem
  package let answer: QualificationAnswer
  package let note: String?

  package init(item: QualificationItem, answer: QualificationAnswer, note: String?) {
    self.item = item
    self.answer = answer
    self.note = note
  }

  /// As the history says it.
  var entry: String { "\(item.rawValue) \(answer.rawValue)" + (note.map { ": \($0)" } ?? "") }
}
