/// How income is estimated, from new holders and from comparable ones.
package struct PotentialSettings: Sendable, Equatable {
  /// Holders a product needs in the bank before its income can be estimated at all. Default 10.
  package var minimumHolders = 10
  /// Weight of the bank-wide quantile against a profile's own, in holders: a profile with as many holders counts half.
  /// Default 20.
  package var priorHolders = 20.0
  /// Quantiles of comparable holders' income that make the low and the high estimate. Defaults 0.2 and 0.8.
  package var lowQuantile = 0.2
  package var highQuantile = 0.8

  /// New holders the bank must know of before income is learned from what they brought; with fewer, comparable holders
  /// must do. Default 200.
  package var minimumNewHolders = 200
  /// Weight of what holders bring against a product's own new holders, in new holders. Default 10.
  package var priorNewHolders = 10.0
  /// Penalty of the regression on new holders, in new holders. Default 20.
  package var regressionPenalty = 20.0

  package init() {}
}
