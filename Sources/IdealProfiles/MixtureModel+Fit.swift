import Banking

extension MixtureModel {
  /// Fits `components` components: seeded restarts, the best of which runs to convergence. The same data, settings and
  /// seed give the same bits. Any data can be fitted, also none: what it does not say stays at the prior.
  package static func fit(
    _ data: MixtureData, components: Int, settings: MixtureSettings = MixtureSettings(), seed: UInt64
  ) -> MixtureFit {
    let run = ExpectationMaximization(data, settings: settings)
    let starts = components > 1 ? max(1, settings.restarts) : 1
    var best: MixtureFit?
    for restart in 0..<starts {
      let fit = run.shortRun(components: components, restart: restart, seed: seed)
      if fit.logLikelihood > best?.logLikelihood ?? -.infinity { best = fit }
    }
    let start = best ?? run.shortRun(components: components, restart: 0, seed: seed)
    return run.run(from: start.model, iterations: settings.maximumIterations)
  }

  /// Continues from `previous`, e.g. yesterday's model, so that its components keep their places.
  package static func fit(
    _ data: MixtureData, startingFrom previous: MixtureModel, settings: MixtureSettings = MixtureSettings()
  ) -> MixtureFit {
    let run = ExpectationMaximization(data, settings: settings)
    return run.run(from: previous.restated(in: run.units), iterations: settings.maximumIterations)
  }
}

extension ExpectationMaximization {
  /// A few iterations from one seeded start; `restart` names an independent stream of the seed.
  func shortRun(components: Int, restart: Int, seed: UInt64) -> MixtureFit {
    var random = SeededRandom(seed: seed).stream(UInt64(components) << 32 | UInt64(restart + 1))
    let start = MixtureSeeding(self).start(components: components, random: &random)
    return run(from: start, iterations: settings.shortIterations)
  }
}
