package import Banking
package import Gaps

/// How well the nights of the past would have done.
package struct BacktestReport: Sendable {
  /// What was asked.
  package enum Question: String, Sendable {
    /// What will the client open within the horizon?
    case openings
    /// Which of the client's products has been hidden? A test of who holds what, not of who opens what next.
    case hiddenProduct = "hidden_product"
  }

  package struct Origin: Sendable {
    package let asOf: BusinessDate
    /// Last day of what was to be foretold.
    package let until: BusinessDate
    package let basis: AdoptionBasis
    package let evaluation: Evaluation
  }

  package let question: Question
  package let bank: Bank
  package let asOf: BusinessDate
  package let horizonMonths: Int
  package let catalogue: Catalogue
  package let originsAsked: Int
  /// Latest first; fewer than asked where the history is short.
  package let origins: [Origin]
  package let pooled: Evaluation
  /// Positions of products whose accounts are all undated: nobody can be seen opening them.
  package let productsNeverSeen: [Int]
  /// Resamples behind every interval of a ranking.
  package let resamples: Int
  /// How early the past year's stages showed who would leave; nil where it was not asked, or is not known.
  package var warnings: LeavingWarnings?
}
