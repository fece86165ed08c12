/// How a mixture is fitted. The defaults suit standardised features; the tests that compare with other programs turn
/// the priors off.
package struct MixtureSettings: Hashable, Sendable {
  /// Seeded starts for each number of components; each runs `shortIterations`, the best one goes on to convergence
  /// (Biernacki, Celeux & Govaert, "Choosing starting values for the EM algorithm", CSDA 41, 2003).
  package var restarts = 5
  package var shortIterations = 10
  package var maximumIterations = 200
  /// Converged when the log-likelihood changes by less than this share of itself.
  package var tolerance = 1e-6
  /// Smallest variance of a component, as a share of the feature's variance in the sample: keeps a component from
  /// collapsing onto a spike such as "income exactly zero".
  package var varianceFloor = 0.01
  /// Dirichlet pseudo-clients added to every component's weight.
  package var weightPrior = 1.0
  /// Beta pseudo-clients added to every component's products, at the sample's own rate.
  package var productPrior = 2.0

  package init() {}
}
