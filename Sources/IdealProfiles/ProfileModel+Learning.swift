import Banking
package import Cohorts
package import Features

/// A fit of a bank's profiles: the model to keep, tonight's scoring under it, and how both came about.
package struct ProfileLearning: Sendable {
  package let model: ProfileModel
  package let scoring: ProfileScoring
  package let selection: ProfileSelection
  /// Nil on the first fit.
  package let matching: ProfileMatching?
}

extension ProfileModel {
  /// Learns the bank's profiles.
  ///
  /// - Parameter previous: yesterday's model. The mixture with as many profiles starts from it; profiles that still
  ///   stand for mostly the same clients keep id and name.
  package static func learn(
    _ table: FeatureTable, _ cohorts: Cohorts, settings: ProfileSettings, seed: UInt64, threads: Int,
    previous: ProfileModel? = nil
  ) async -> ProfileLearning {
    let sample = StratifiedSample(table, cohorts, limit: settings.sampleLimit, seed: seed)
    let selector = ProfileSelector(
      data: MixtureData(table, clients: sample.clients), peerCount: sample.peerCount, settings: settings, seed: seed,
      threads: threads)
    let catalogue = table.snapshot.catalogue
    let (fit, selection) = await selector.select(previous: previous?.mixture(over: catalogue))
    let leaveOneOut = LeaveOneOutMoments(
      fit.model, table, clients: sample.clients, varianceFloor: settings.mixture.varianceFloor)
    let scoring = await fit.model.score(table, leaveOneOut, threads: threads)
    let naming = ProfileNaming(fit.model, catalogue)
    let matching: ProfileMatching?
    if let previous {
      matching = ProfileMatching(
        old: await previous.score(table, threads: threads), new: scoring,
        minimumOverlap: settings.identityMinimumOverlap)
    } else {
      matching = nil
    }
    let (identities, nextID) = identities(naming, previous, matching)
    let model = ProfileModel(
      mixture: fit.model, leaveOneOut: leaveOneOut, scale: table.scale, products: catalogue.products.map(\.code),
      identities: identities, baseline: scoring.counts, nextID: nextID)
    return ProfileLearning(model: model, scoring: scoring, selection: selection, matching: matching)
  }

  /// Inherited identities where a profile is matched, with another name where theirs has become false; new ones elsewhere. A new
  /// name never doubles an inherited one.
  private static func identities(
    _ naming: ProfileNaming, _ previous: ProfileModel?, _ matching: ProfileMatching?
  ) -> ([ProfileIdentity], nextID: Int) {
    var nextID = previous?.nextID ?? 1
    let inherited = naming.names.indices.map { place in
      matching?.oldOfNew[place].flatMap { previous?.identities[$0] }
    }
    let kept = inherited.enumerated().map { place, known in
      known.flatMap { naming.stillHolds($0.name, of: place) ? $0 : nil }
    }
    var taken = Set(kept.compactMap { $0?.name })
    let identities = naming.names.indices.map { place in
      if let known = kept[place] { return known }
      let name = ProfileNaming.unused(naming.names[place], taken: taken)
      taken.insert(name)
      if let known = inherited[place] { return ProfileIdentity(id: known.id, name: name) }
      nextID += 1
      return ProfileIdentity(id: nextID - 1, name: name)
    }
    return (identities, nextID)
  }
}
