/// What a manager found out about an item of the check-list.
package enum QualificationAnswer: String, Sendable, CaseIterable {
  case yes, no, unknown
}
