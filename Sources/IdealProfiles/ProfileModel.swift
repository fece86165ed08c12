package import Banking
package import Features

/// The learnt profiles of one bank as they are kept overnight: the mixture, which product each of its Bernoullis stands
/// for, who its components are, and how the clients were spread over them when it was fitted.
package struct ProfileModel: Hashable, Sendable {
  package let mixture: MixtureModel
  let leaveOneOut: LeaveOneOutMoments
  /// The units of the features it was fitted on; clients are judged in these as long as the model is kept.
  let scale: FeatureScale
  /// By position in the mixture.
  package let products: [ProductCode]
  /// By component.
  package let identities: [ProfileIdentity]
  /// Clients by component at the time of the fit: what drift is measured against.
  package let baseline: [Int]
  /// The first id that no profile of this bank has had.
  package let nextID: Int

  init(
    mixture: MixtureModel, leaveOneOut: LeaveOneOutMoments, scale: FeatureScale, products: [ProductCode],
    identities: [ProfileIdentity], baseline: [Int], nextID: Int
  ) {
    self.mixture = mixture
    self.leaveOneOut = leaveOneOut
    self.scale = scale
    self.products = products
    self.identities = identities
    self.baseline = baseline
    self.nextID = nextID
  }

  /// Every client's profile tonight, leave-one-out profiles included. A product that is new since the fit says nothing
  /// about the profile until the next refit.
  package func score(_ table: FeatureTable, threads: Int) async -> ProfileScoring {
    let origins = origins(table.snapshot.catalogue)
    return await mixture(over: table.snapshot.catalogue).score(
      table.restated(in: scale), origins.map { leaveOneOut.withProducts($0, of: mixture) } ?? leaveOneOut,
      threads: threads)
  }

  func mixture(over catalogue: Catalogue) -> MixtureModel {
    origins(catalogue).map(mixture.withProducts) ?? mixture
  }

  /// Where the catalogue's products are in the mixture; nil = in the same places.
  private func origins(_ catalogue: Catalogue) -> [Int?]? {
    let codes = catalogue.products.map(\.code)
    return codes == products ? nil : codes.map { products.firstIndex(of: $0) }
  }
}
