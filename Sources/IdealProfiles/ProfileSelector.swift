import Features

/// Chooses the number of profiles: yesterday's while it will do; else the best BIC first, then, while something speaks
/// against it, the next smaller.
struct ProfileSelector {
  let data: MixtureData
  /// Clients the rows stand for.
  let peerCount: Int
  let settings: ProfileSettings
  let seed: UInt64
  let threads: Int

  func select(previous: MixtureModel?) async -> (fit: MixtureFit, selection: ProfileSelection) {
    let fits = await fitAll(previous: previous)
    var candidates = fits.map {
      ProfileSelection.Candidate(
        profiles: $0.model.componentCount, bic: $0.bic, logLikelihood: $0.logLikelihood, iterations: $0.iterations,
        converged: $0.converged)
    }
    let smallest = min(settings.profileCounts.lowerBound, fits.count)
    let asked = fits.indices.filter { $0 == 0 || $0 + 1 >= smallest }
    let best = asked.min { fits[$0].bic < fits[$1].bic } ?? 0
    let incumbent = incumbent(fits, previous, best: best)
    if let incumbent,
      await accepts(fits[incumbent].model, &candidates[incumbent], minimumJaccard: settings.incumbentJaccard)
    {
      return choose(fits[incumbent], incumbent, candidates)
    }
    var place = best
    while place > 0 {
      if place != incumbent,
        await accepts(fits[place].model, &candidates[place], minimumJaccard: settings.minimumJaccard)
      {
        break
      }
      place -= 1
    }
    return choose(fits[place], place, candidates)
  }

  /// Yesterday's number of profiles, where it still explains nearly as much as the best one does over a single profile:
  /// a number that flickers would tear up the profiles' identities for nothing.
  private func incumbent(_ fits: [MixtureFit], _ previous: MixtureModel?, best: Int) -> Int? {
    guard let place = fits.firstIndex(where: { $0.model.componentCount == previous?.componentCount }), place > 0,
      fits[0].bic - fits[place].bic >= settings.incumbentGain * (fits[0].bic - fits[best].bic)
    else { return nil }
    return place
  }

  private func choose(
    _ fit: MixtureFit, _ place: Int, _ candidates: [ProfileSelection.Candidate]
  ) -> (fit: MixtureFit, selection: ProfileSelection) {
    var candidates = candidates
    candidates[place].outcome = .chosen
    let selection = ProfileSelection(
      candidates: candidates, chosen: fit.model.componentCount, sampleCount: data.count, peerCount: peerCount)
    return (fit, selection)
  }

  /// Whether nothing speaks against the mixture; what does is noted with the candidate. Stability costs most and is
  /// looked at last.
  private func accepts(
    _ model: MixtureModel, _ candidate: inout ProfileSelection.Candidate, minimumJaccard: Double
  ) async -> Bool {
    var vetoes = sizeVetoes(model) + duplicateVetoes(model)
    if vetoes.isEmpty {
      candidate.jaccard = await stability(model)
      vetoes = stabilityVetoes(candidate.jaccard, minimum: minimumJaccard)
    }
    candidate.outcome = vetoes.isEmpty ? .notNeeded : .vetoed(vetoes)
    return vetoes.isEmpty
  }

  /// Every number up to the largest in the settings, as far as there is room for profiles of the minimum size. Those below
  /// the smallest in the settings are what is fallen back to.
  private var counts: [Int] {
    let room = peerCount / max(1, minimumMembers)
    return Array(1...max(1, min(settings.profileCounts.upperBound, room, 64)))
  }

  private var minimumMembers: Int {
    max(settings.minimumMembers, Int((settings.minimumShare * Double(peerCount)).rounded(.up)))
  }

  /// The fits by number of profiles, ascending. Restarts, then long runs, go in parallel; large numbers first, because
  /// they take longest.
  private func fitAll(previous: MixtureModel?) async -> [MixtureFit] {
    let run = ExpectationMaximization(data, settings: settings.mixture)
    let (mixture, seed) = (settings.mixture, seed)
    let restarts = max(1, mixture.restarts)
    let counts = Array(counts.reversed())
    let short = await inParallel(counts.count * restarts, threads: threads) { piece in
      run.shortRun(components: counts[piece / restarts], restart: piece % restarts, seed: seed)
    }
    let fits = await inParallel(counts.count, threads: threads) { place in
      if let previous, previous.componentCount == counts[place] {
        return MixtureModel.fit(data, startingFrom: previous, settings: mixture)
      }
      let starts = short[place * restarts..<(place + 1) * restarts]
      let best = starts.reduce(starts[starts.startIndex]) { $1.logLikelihood > $0.logLikelihood ? $1 : $0 }
      return run.run(from: best.model, iterations: mixture.maximumIterations)
    }
    return fits.reversed()
  }

  private func sizeVetoes(_ model: MixtureModel) -> [ProfileSelection.Veto] {
    var counts = [Int](repeating: 0, count: model.componentCount)
    for component in model.assign(data) { counts[component] += 1 }
    return counts.enumerated().compactMap { profile, count in
      let clients = count * peerCount / max(1, data.count)
      guard clients < minimumMembers else { return nil }
      return .tooFewClients(profile: profile, clients: clients, minimum: minimumMembers)
    }
  }

  private func duplicateVetoes(_ model: MixtureModel) -> [ProfileSelection.Veto] {
    var vetoes: [ProfileSelection.Veto] = []
    for a in 0..<model.componentCount {
      for b in a + 1..<max(a + 1, model.componentCount) {
        let distance = model.distance(a, b)
        guard distance < settings.minimumSeparation else { continue }
        vetoes.append(
          .nearDuplicates(profile: a, other: b, distance: distance, minimum: settings.minimumSeparation))
      }
    }
    return vetoes
  }

  private func stability(_ model: MixtureModel) async -> [Double] {
    let bootstrap = BootstrapStability(data: data, model: model, settings: settings, seed: seed)
    return await bootstrap.meanJaccard(threads: threads)
  }

  private func stabilityVetoes(_ jaccard: [Double], minimum: Double) -> [ProfileSelection.Veto] {
    jaccard.enumerated().compactMap { profile, value in
      value < minimum ? .unstable(profile: profile, jaccard: value, minimum: minimum) : nil
    }
  }
}
