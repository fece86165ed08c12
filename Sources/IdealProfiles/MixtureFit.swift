import Glibc

/// A fitted mixture and how the fit went.
package struct MixtureFit: Sendable {
  package let model: MixtureModel
  /// Of the rows fitted on, in the features' own units.
  package let logLikelihood: Double
  package let iterations: Int
  package let converged: Bool
  package let rowCount: Int

  /// Schwarz's criterion −2 log L + m log n, smaller is better.
  package var bic: Double {
    -2 * logLikelihood + Double(model.freeParameters) * log(Double(max(1, rowCount)))
  }
}
