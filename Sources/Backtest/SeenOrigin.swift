import Banking
import Gaps

/// One origin with its answers, before figures are made of them.
struct SeenOrigin: Sendable {
  let asOf: BusinessDate
  let until: BusinessDate
  let basis: AdoptionBasis
  let answers: TrialAnswers
}
