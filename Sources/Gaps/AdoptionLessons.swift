/// What a bank's clients as a whole taught on one date about who opens what: to be kept, and applied to the same clients
/// on later nights.
package struct AdoptionLessons: Codable, Sendable {
  /// The openings learned from, counted at every origin that saw them; 0 on another basis than transitions.
  let openingsLearnedFrom: Int
  let kind: Kind

  enum Kind: Codable, Sendable {
    case transitions(TransitionLessons, TransitionAnswers)
    case holding(HoldingAnswers)
  }

  var basis: AdoptionBasis {
    switch kind {
    case .transitions: .transitions
    case .holding(let answers): answers.hasTrees ? .holding : .penetration
    }
  }
}
