/// EM for one set of rows. Runs on one thread: many runs (numbers of components, restarts, resamples) go in parallel
/// instead, so that the bits cannot depend on the number of threads.
struct ExpectationMaximization {
  /// Standardised.
  let rows: MixtureData
  let units: Standardisation
  let settings: MixtureSettings
  /// Smoothed share of holders by product: the centre of the Beta prior.
  let productRates: [Double]

  init(_ data: MixtureData, settings: MixtureSettings) {
    units = Standardisation(data)
    rows = units.apply(data)
    self.settings = settings
    let count = Double(data.count)
    productRates = data.productRates().map { ($0 * count + 0.5) / (count + 1) }
  }

  /// Alternates expectation and maximisation from `start` (in this run's units) until the log-likelihood settles.
  func run(from start: MixtureModel, iterations: Int) -> MixtureFit {
    var model = start
    var statistics = MixtureStatistics(
      components: model.componentCount, features: model.featureCount, products: model.productCount)
    var before = -Double.infinity
    for iteration in 0..<iterations {
      let likelihood = statistics.collect(rows, model)
      if abs(likelihood - before) <= settings.tolerance * abs(likelihood) {
        return fit(model, likelihood, iteration, converged: true)
      }
      before = likelihood
      model = maximise(statistics)
    }
    return fit(model, statistics.collect(rows, model), iterations, converged: false)
  }

  private func fit(_ model: MixtureModel, _ likelihood: Double, _ iterations: Int, converged: Bool) -> MixtureFit {
    MixtureFit(
      model: model, logLikelihood: likelihood, iterations: iterations, converged: converged, rowCount: rows.count)
  }

  /// The parameters that maximise the expected log-posterior: weights with a Dirichlet prior, products with a Beta
  /// prior at the sample's rate, means and variances over the known values only.
  func maximise(_ s: MixtureStatistics) -> MixtureModel {
    let (k, d, p) = (s.components, s.features, s.products)
    let total = Double(rows.count) + settings.weightPrior * Double(k)
    var means = [Double](repeating: 0, count: k * d)
    var variances = [Double](repeating: 1, count: k * d)
    var probabilities = [Double](repeating: 0.5, count: k * p)
    for c in 0..<k {
      for f in 0..<d {
        let known = s.known(c, f)
        guard known > 1e-8 else { continue }
        let mean = s.sum(c, f) / known
        means[c * d + f] = mean
        variances[c * d + f] = max(settings.varianceFloor, s.squares(c, f) / known - mean * mean)
      }
      for j in 0..<p {
        let weight = s.weight(c) + settings.productPrior
        let held = s.held(c, j) + settings.productPrior * productRates[j]
        probabilities[c * p + j] = weight > 0 ? min(1 - 1e-9, max(1e-9, held / weight)) : productRates[j]
      }
    }
    let weights = (0..<k).map { total > 0 ? max(1e-12, (s.weight($0) + settings.weightPrior) / total) : 1 / Double(k) }
    return MixtureModel(
      units: units, weights: weights, means: means, variances: variances, probabilities: probabilities,
      productCount: p)
  }
}
